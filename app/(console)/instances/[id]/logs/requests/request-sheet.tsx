import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Sheet } from "@/components/ui/sheet";
import type { RequestEntry } from "@/lib/directory/logs/requests/entry";
import { adviceFor } from "./advice";
import { Body } from "./body";
import { remedyPlace } from "./remedy-place";
import { StatusCode } from "./status-code";

interface RequestSheetProps {
  readonly instanceId: string;
  /** undefined: it is not in the log any more. */
  readonly request: RequestEntry | undefined;
  /** Its name; undefined once the application is deleted. */
  readonly application: string | undefined;
  readonly closeHref: string;
}

/** One call: what was asked and answered, what was ignored, and what to do about a failure. */
export function RequestSheet({ instanceId, request, application, closeHref }: RequestSheetProps) {
  if (!request) {
    return (
      <Sheet title="Call" closeHref={closeHref}>
        <EmptyState kind="no-match" title="This call is not in the log any more" />
      </Sheet>
    );
  }
  return (
    <Sheet
      title={<span className="wrap-anywhere font-mono">{`${request.method} ${request.path}`}</span>}
      description={
        <span className="flex flex-wrap items-center gap-2">
          <StatusCode status={request.status} scimType={request.scimType} />
          <RelativeTime date={request.time} />
        </span>
      }
      closeHref={closeHref}
    >
      <WhatToDo instanceId={instanceId} request={request} application={application} />
      <Facts instanceId={instanceId} request={request} application={application} />
      {request.ignored.length > 0 && (
        <Part title="Attributes ignored">
          <p className="text-muted">
            Accepted, and not stored: the application's attribute set has no place for them.
          </p>
          <ul className="flex flex-wrap gap-2">
            {request.ignored.map((attribute) => (
              <li
                key={attribute}
                className="wrap-anywhere rounded-md bg-sunken px-2 py-0.5 font-mono text-code"
              >
                {attribute}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Request body">
        <Body text={request.requestBody} label="Request body" />
      </Part>
      <Part title="Response body">
        <Body text={request.responseBody} label="Response body" />
      </Part>
      <p className="text-meta text-muted">
        Passwords, tokens and encrypted fields were removed before this was kept.
      </p>
    </Sheet>
  );
}

type OfRequest = Pick<RequestSheetProps, "instanceId" | "application"> & { readonly request: RequestEntry };

function WhatToDo({ instanceId, request, application }: OfRequest) {
  const advice = adviceFor(request);
  if (!advice) return null;
  // A deleted application has no page to change anything on.
  const place =
    advice.remedy !== undefined && application !== undefined
      ? remedyPlace(advice.remedy, instanceId, request.applicationId)
      : undefined;
  return (
    <Part title="What to do">
      <Callout
        tone="warn"
        title={advice.title}
        action={
          place && (
            <ButtonLink href={place.href} size="small">
              {place.label}
            </ButtonLink>
          )
        }
      >
        {advice.text}
      </Callout>
    </Part>
  );
}

const PAGES = { User: "accounts", Group: "groups" } as const;

function Facts({ instanceId, request, application }: OfRequest) {
  const { applicationId, resource, resourceId, status, detail } = request;
  const base = `/instances/${instanceId}`;
  const shown = resource && resourceId && status < 400;
  return (
    <DescriptionList
      items={[
        ...(detail === undefined ? [] : [{ term: "Detail", value: detail }]),
        {
          term: "Application",
          value: application ? (
            <Link className="link" href={`${base}/applications/${applicationId}`}>
              {application}
            </Link>
          ) : (
            `${applicationId} (deleted)`
          ),
        },
        ...(shown
          ? [
              {
                term: resource === "User" ? "Account" : "Group",
                value: (
                  <Link className="link" href={`${base}/${PAGES[resource]}/${resourceId}`}>
                    {resourceId}
                  </Link>
                ),
                mono: true,
              },
            ]
          : []),
        { term: "Duration", value: `${request.durationMs.toFixed(1)} ms` },
        { term: "Address", value: request.address, mono: true },
        { term: "User agent", value: request.userAgent || "None sent" },
        { term: "Token", value: request.tokenId, mono: true },
        { term: "Request id", value: request.id, mono: true },
      ]}
    />
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      {children}
    </section>
  );
}
