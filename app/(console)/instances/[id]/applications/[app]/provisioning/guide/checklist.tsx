import { Circle, CircleCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import type { GuideStep } from "@/lib/directory/applications/guide/read-guide";
import type { SetUpStep } from "@/lib/directory/applications/guide/set-up";
import { applicationPath } from "../../../application-path";

interface StepPlace {
  readonly title: string;
  /** What the link to where it is done says, and where that is, below the application's address. */
  readonly verb: string;
  readonly path: string;
}

const PLACES: Record<SetUpStep, StepPlace> = {
  scope: { title: "Provisioning scope", verb: "Set the scope", path: "/provisioning#provisioning-scope" },
  target: {
    title: "Synchronization scope",
    verb: "Choose the target",
    path: "/provisioning#synchronization-scope",
  },
  token: { title: "Bearer token", verb: "Add a token", path: "/provisioning#bearer-token" },
  api: { title: "IDaaS API", verb: "Enable the API", path: "/api" },
  scenarios: { title: "SCIM API permissions", verb: "Tick the scenarios", path: "/api" },
  first_request: { title: "First request seen", verb: "Open the log", path: "/logs" },
};

interface ChecklistProps {
  readonly instanceId: string;
  readonly applicationId: string;
  readonly steps: readonly GuideStep[];
}

/** The steps of the set-up as they are now, each with the way to where it is done. */
export function Checklist({ instanceId, applicationId, steps }: ChecklistProps) {
  return (
    <ol className="flex flex-col rounded-lg border border-line bg-surface">
      {steps.map(({ name, done, detail }) => {
        const { title, verb, path } = PLACES[name];
        const Icon = done ? CircleCheck : Circle;
        return (
          <li
            key={name}
            className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0"
          >
            <div className="flex min-w-48 flex-1 gap-2.5">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${done ? "text-good" : "text-muted"}`} />
              <div className="min-w-0">
                <p className="font-medium">
                  {title} <span className="font-normal text-muted">{done ? "– done" : "– to do"}</span>
                </p>
                <p className="text-muted">{detail}</p>
              </div>
            </div>
            {!done && (
              <ButtonLink href={applicationPath(instanceId, applicationId, path)} size="small">
                {verb}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ol>
  );
}
