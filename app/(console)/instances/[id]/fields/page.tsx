import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { getInstance } from "@/lib/directory/instances/list-instances";
import { roleReason } from "../applications/role-reason";
import { BasicFieldTable } from "./basic-field-table";
import { FieldTabs } from "./field-tabs";
import { UniquenessSwitch } from "./uniqueness-switch";

export const metadata: Metadata = { title: "Basic fields" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** What every account has, and whether two may share an email or a phone number. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const admin = await requireAdmin(id);
  const { settings } = await getInstance(id);
  const reason = roleReason(admin);
  return (
    <>
      <PageHeader title="Fields" />
      <FieldTabs instanceId={id} />
      <div className="flex flex-col gap-8">
        <Section
          title="Uniqueness"
          description="A username is always unlike every other's. Of these two you decide."
        >
          <div className="flex max-w-form flex-col gap-4">
            <UniquenessSwitch
              instanceId={id}
              field="uniqueEmail"
              label="Each email belongs to one account"
              unique={settings.uniqueEmail}
              reason={reason}
            />
            <UniquenessSwitch
              instanceId={id}
              field="uniquePhone"
              label="Each phone number belongs to one account"
              unique={settings.uniquePhone}
              reason={reason}
            />
          </div>
        </Section>
        <Section
          title="Basic fields"
          description="Every account has them. Extended fields stand beside them."
        >
          <BasicFieldTable settings={settings} />
        </Section>
      </div>
    </>
  );
}
