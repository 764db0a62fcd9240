import type { Metadata } from "next";
import { CallsChart } from "@/components/charts/calls-chart";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { readOverview } from "@/lib/directory/overview/read-overview";
import { AttentionList } from "./overview/attention-list";
import { Figures } from "./overview/figures";

export const metadata: Metadata = { title: "Overview" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** What is in the directory, how the last 24 hours went, and what needs attention. */
export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const overview = await readOverview(await requireAdmin(id));
  const { hours, attention } = overview;
  const spans = hours.map(({ hour, calls, failures }) => ({
    at: hour.toISOString(),
    succeeded: calls - failures,
    failed: failures,
  }));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title="Overview" />
      <Figures instanceId={id} overview={overview} />
      <Section title="Needs attention">
        <AttentionList instanceId={id} items={attention} />
      </Section>
      <Section
        title="Calls in the last 24 hours"
        description={callsText(hours)}
        actions={<ButtonLink href={`/instances/${id}/monitoring`}>Open monitoring</ButtonLink>}
      >
        <div className="rounded-lg border border-line bg-surface p-4">
          <CallsChart label="Calls in the last 24 hours" spans={spans} span="hour" />
        </div>
      </Section>
    </div>
  );
}

function callsText(hours: readonly { readonly calls: number; readonly failures: number }[]): string {
  const calls = hours.reduce((sum, hour) => sum + hour.calls, 0);
  const failures = hours.reduce((sum, hour) => sum + hour.failures, 0);
  if (calls === 0) return "No application has called.";
  const failed = failures === 0 ? "none failed" : `${failures.toLocaleString("en")} failed`;
  return `${calls.toLocaleString("en")} ${calls === 1 ? "call" : "calls"}, ${failed}.`;
}
