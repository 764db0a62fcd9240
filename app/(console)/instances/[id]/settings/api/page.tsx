import type { Metadata } from "next";
import { CopyField } from "@/components/ui/copy-field";
import { DescriptionList } from "@/components/ui/description-list";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { version } from "@/package.json";
import { scimBaseUrl } from "../../applications/[app]/provisioning/base-url";

export const metadata: Metadata = { title: "API" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** Where the deployment answers, and what it runs. */
export default async function Page({ params }: PageProps) {
  await requireAdmin((await params).id);
  const { databaseUrl, scimRateLimit, logRetentionDays } = env();
  const base = await scimBaseUrl();
  return (
    <div className="flex max-w-form flex-col gap-8">
      <Section
        title="SCIM 2.0"
        description="One address for all applications: the bearer token decides which one calls, and what it may touch."
      >
        <CopyField label="SCIM Base URL" value={base} />
        <CopyField label="What is supported" value={`${base}/ServiceProviderConfig`} />
      </Section>
      <Section title="Deployment">
        <DescriptionList
          items={[
            { term: "Version", value: version },
            { term: "Database", value: databaseUrl === undefined ? "Embedded (PGlite)" : "PostgreSQL" },
            {
              term: "Rate limit",
              value:
                scimRateLimit === 0
                  ? "None"
                  : `${scimRateLimit.toLocaleString("en")} requests a second for each application`,
            },
            { term: "Request log", value: `Kept for ${logRetentionDays} days` },
          ]}
        />
      </Section>
    </div>
  );
}
