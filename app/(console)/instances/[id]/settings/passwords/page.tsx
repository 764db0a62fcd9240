import type { Metadata } from "next";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { seenTag } from "@/lib/directory/applications/seen";
import { getInstance } from "@/lib/directory/instances/list-instances";
import { roleReason } from "../../applications/role-reason";
import { PolicyForm } from "./policy-form";

export const metadata: Metadata = { title: "Password policy" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** Which passwords accounts may have. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const admin = await requireAdmin(id);
  const { settings } = await getInstance(admin.instanceId);
  return (
    <div className="max-w-form">
      <Section
        title="Password policy"
        description="Holds for passwords that are set from now on, in the console, by an import or by an application. Those that accounts have stay good."
      >
        <PolicyForm
          instanceId={id}
          policy={settings.passwordPolicy}
          seen={seenTag(settings)}
          reason={roleReason(admin)}
        />
      </Section>
    </div>
  );
}
