import type { Metadata } from "next";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { listAdministrators } from "@/lib/directory/administrators/set-role";
import { AddAdministrator } from "./add-administrator";
import { AdministratorsTable } from "./administrators-table";

export const metadata: Metadata = { title: "Administrators" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** Who may do what in this instance. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const admin = await requireAdmin(id);
  const administrators = await listAdministrators(admin);
  const reason =
    admin.role === "owner"
      ? undefined
      : "Only an owner of the instance adds administrators and changes roles.";
  return (
    <Section
      title="Administrators"
      description="Owners and administrators change everything in this instance; owners also decide who administers it. Auditors read everything and change nothing."
      actions={<AddAdministrator instanceId={id} reason={reason} />}
    >
      <AdministratorsTable instanceId={id} rows={administrators} selfId={admin.actor.id} reason={reason} />
    </Section>
  );
}
