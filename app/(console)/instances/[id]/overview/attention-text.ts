import type { BadgeTone } from "@/components/ui/badge";
import type { SetUpStep } from "@/lib/directory/applications/guide/set-up";
import type { Attention } from "@/lib/directory/overview/attention";
import { applicationPath } from "../applications/application-path";

/** How a thing that needs attention is told, and where one goes about it. */
export interface AttentionText {
  readonly tone: BadgeTone;
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly action: string;
  readonly href: string;
}

const STEPS: Record<SetUpStep, string> = {
  scope: "the provisioning scope",
  target: "the target organization",
  token: "a bearer token",
  api: "the IDaaS API",
  scenarios: "the scenarios",
  first_request: "the first request",
};

export function attentionText(item: Attention, instanceId: string): AttentionText {
  const { applicationId, applicationName: title } = item;
  const path = (part: string) => applicationPath(instanceId, applicationId, part);
  switch (item.kind) {
    case "token_expiring":
      return {
        tone: item.warning <= 1 ? "bad" : "warn",
        state: item.daysLeft === 0 ? "Token expired" : "Token expires",
        title,
        body: tokenText(item.lastFour, item.daysLeft),
        action: "Rotate token",
        href: path("/provisioning#bearer-token"),
      };
    case "client_failing":
      return {
        tone: "bad",
        state: "Client failing",
        title,
        body: `${count(item.failures)} of ${count(item.calls)} calls failed in the last 24 hours.`,
        action: "Show failures",
        href: `/instances/${instanceId}/logs?application=${applicationId}&status=failed&since=24h`,
      };
    case "set_up_unfinished":
      return {
        tone: "info",
        state: "Set-up unfinished",
        title,
        body: `Missing: ${item.missing.map((step) => STEPS[step]).join(", ")}.`,
        action: "Continue set-up",
        href: path("/provisioning/guide"),
      };
  }
}

function tokenText(lastFour: string, daysLeft: number): string {
  const token = `The bearer token that ends in ${lastFour}`;
  if (daysLeft === 0) return `${token} has expired: the client is refused until it has a new one.`;
  return `${token} expires in ${daysLeft} ${daysLeft === 1 ? "day" : "days"}. Create the second, switch the client, then delete the old one.`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
