import type { Metadata } from "next";
import { CallsChart } from "@/components/charts/calls-chart";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { listApplications } from "@/lib/directory/applications/read-application";
import type { Period } from "@/lib/directory/monitoring/query";
import { readMonitoring } from "@/lib/directory/monitoring/read-monitoring";
import { type ListParams, textParam, wordParam } from "../accounts/list-params";
import { LogTabs } from "../logs/log-tabs";
import { ApplicationsTable } from "./applications-table";
import { LatencyChart } from "./latency-chart";
import { Rates } from "./rates";
import { TopErrors } from "./top-errors";

export const metadata: Metadata = { title: "Monitoring" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<ListParams>;
}

const PERIOD_LABELS: Record<Period, string> = {
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
};

/** How calling went: calls and failures over time and by application, how long calls took, what failed most. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const asked = await searchParams;
  const admin = await requireAdmin(id);
  const period = wordParam(asked, "period", ["24h", "7d", "30d"]) ?? "24h";
  const applicationId = textParam(asked, "application");
  const [monitoring, applications] = await Promise.all([
    readMonitoring(admin, { period, applicationId }),
    listApplications(admin),
  ]);
  const span = period === "30d" ? "day" : "hour";
  const label = PERIOD_LABELS[period].toLowerCase();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Logs" />
      <LogTabs instanceId={id} />
      <FilterChips
        filters={[
          {
            param: "period",
            label: "Period",
            options: Object.entries(PERIOD_LABELS).map(([value, name]) => ({ value, label: name })),
          },
          {
            param: "application",
            label: "Application",
            options: applications.map(({ id: value, name }) => ({ value, label: name })),
          },
        ]}
      />
      {monitoring.calls === 0 ? (
        <EmptyState
          kind="none-yet"
          title={`No calls in the ${label}`}
          body="Charts of calls, failures and durations stand here once an application calls."
        />
      ) : (
        <div className="flex flex-col gap-8">
          <Rates monitoring={monitoring} />
          <Section title="Calls and failures" description={`Over the ${label}.`}>
            <div className="rounded-lg border border-line bg-surface p-4">
              <CallsChart
                label={`Calls in the ${label}`}
                spans={monitoring.spans.map(({ at, calls, failures }) => ({
                  at: at.toISOString(),
                  succeeded: calls - failures,
                  failed: failures,
                }))}
                span={span}
              />
            </div>
          </Section>
          <Section
            title="Duration"
            description="Measured on the server, over the latest 200 calls of each point."
          >
            <div className="rounded-lg border border-line bg-surface p-4">
              <LatencyChart
                spans={monitoring.spans}
                span={span}
                label={`Duration of calls in the ${label}`}
              />
            </div>
          </Section>
          <Section title="Applications">
            <ApplicationsTable instanceId={id} period={period} rows={monitoring.applications} />
          </Section>
          <Section
            title="Most frequent failures"
            description="Among the latest 5,000 failures of the period."
          >
            <TopErrors instanceId={id} errors={monitoring.errors} />
          </Section>
        </div>
      )}
    </div>
  );
}
