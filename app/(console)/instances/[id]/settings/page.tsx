import type { Metadata } from "next";
import Link from "next/link";
import { CopyField } from "@/components/ui/copy-field";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { seenTag } from "@/lib/directory/applications/seen";
import { getInstance } from "@/lib/directory/instances/list-instances";
import { roleReason } from "../applications/role-reason";
import { NameForm } from "./name-form";

export const metadata: Metadata = { title: "Instance" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** What the instance is called, and what holds for all its accounts. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const admin = await requireAdmin(id);
  const { name, createdAt, settings } = await getInstance(admin.instanceId);
  const fields = `/instances/${id}/fields`;
  return (
    <div className="flex max-w-form flex-col gap-8">
      <Section title="Instance">
        <NameForm instanceId={id} name={name} seen={seenTag(name)} reason={roleReason(admin)} />
        <CopyField label="Instance id" value={id} hint="The command idaas takes it as --instance." />
        <DescriptionList items={[{ term: "Created", value: <RelativeTime date={createdAt} /> }]} />
      </Section>
      <Section
        title="Accounts"
        description={
          <>
            Set under{" "}
            <Link className="link" href={fields}>
              Fields
            </Link>
            .
          </>
        }
      >
        <DescriptionList
          items={[
            { term: "Email", value: uniqueText(settings.uniqueEmail) },
            { term: "Phone", value: uniqueText(settings.uniquePhone) },
          ]}
        />
      </Section>
    </div>
  );
}

function uniqueText(unique: boolean): string {
  return unique ? "Each belongs to one account at most" : "Several accounts may share one";
}
