/** The answer that a call got, as the request log has it. */
export interface Failure {
  readonly status: number;
  readonly scimType: string | undefined;
  readonly detail: string | undefined;
}

/** Where in the console the cause of a failure is changed. */
export type Remedy = "general" | "api" | "provisioning" | "password_policy" | "fields";

/** What to do about a failure: whose move it is, and where. */
export interface Advice {
  readonly title: string;
  readonly text: string;
  readonly remedy?: Remedy;
}

interface Rule extends Advice {
  readonly status?: number;
  readonly scimType?: string;
  /** Found in the detail that the server answers (lib/auth, lib/directory, lib/scim). */
  readonly detail?: RegExp;
}

/** The first rule that fits speaks: those that know the sentence stand before those that know the status alone. */
const RULES: readonly Rule[] = [
  {
    detail: /^application_disabled/,
    title: "The application is disabled",
    text: "Enable it, and the client's next attempt goes through.",
    remedy: "general",
  },
  {
    detail: /^application_api_disabled/,
    title: "The IDaaS API of the application is off",
    text: "Enable it. Tick the scenarios that the client needs on the same page.",
    remedy: "api",
  },
  {
    detail: /^permission_denied/,
    title: "A scenario is not ticked",
    text: "Tick the scenario that the detail names, and save. The next call has it.",
    remedy: "api",
  },
  {
    detail: /no organization in its provisioning scope/,
    title: "The provisioning scope is empty",
    text: "The application can create accounts once its scope holds an organization.",
    remedy: "provisioning",
  },
  {
    detail: /has no target organization/,
    title: "No target organization is set",
    text: "Choose the organization where new accounts go, or let the client send organizationId.",
    remedy: "provisioning",
  },
  {
    detail: /OrganizationNotInScope/,
    title: "The organization is out of scope",
    text: "Add it to the provisioning scope, or correct the organizationId that the client sends.",
    remedy: "provisioning",
  },
  {
    detail: /^members: .* provisioning scope/,
    title: "A member is not an account in scope",
    text: "Let the client create the account before it adds it to the group, or widen the scope.",
    remedy: "provisioning",
  },
  {
    detail: /password policy/,
    title: "The password is too weak for this instance",
    text: "Let the client send one that meets the rules in the detail, or stop it from sending passwords. The policy holds for the whole instance.",
    remedy: "password_policy",
  },
  {
    detail: /^phone(Region|Numbers)\b/,
    title: "The phone number cannot be read",
    text: "Map a number with its country calling code, such as +86 139 1234 5678, and leave phoneRegion out.",
  },
  {
    detail: /^emails\b|^An email\b/,
    title: "The email cannot be stored",
    text: "Map one address of type work. The Full SCIM profile, under the advanced settings, takes more of them.",
    remedy: "provisioning",
  },
  {
    detail: /is required by this directory/,
    title: "A required extended field has no value",
    text: "Map it in the client, or give the field a default, or make it optional.",
    remedy: "fields",
  },
  {
    detail: /belong to two different/,
    title: "The client's two keys name two different things",
    text: "externalId and name point to different records here. Remove or rename one of them; the client's next cycle then matches the other.",
  },
  {
    detail: /carries another externalId/,
    title: "The client knows this record under another externalId",
    text: "It was deleted and made again on the client's side, or two of its records share a name. Delete it here, or correct the name there.",
  },
  {
    scimType: "uniqueness",
    title: "The value belongs to another record",
    text: "Two records of the client share it, or an account outside its scope holds it. Change it on one side, or widen the scope so that the client finds the account.",
    remedy: "provisioning",
  },
  {
    status: 404,
    title: "The application sees no such record",
    text: "It was deleted, or it is out of the provisioning scope. Widen the scope, or let the client synchronize from the start.",
    remedy: "provisioning",
  },
  {
    status: 429,
    title: "The client calls too often",
    text: "It should wait as Retry-After says; most clients do by themselves. SCIM_RATE_LIMIT sets the limit for the deployment.",
  },
  {
    status: 412,
    title: "The record changed in the meantime",
    text: "The client asked to write only the version it had read. It reads again and repeats: nothing to do here.",
  },
  {
    status: 413,
    title: "The body is too large",
    text: "Let the client send fewer operations or members at a time: 1 MiB is the most.",
  },
  {
    status: 415,
    title: "The body is of the wrong type",
    text: "Set the client's Content-Type to application/scim+json.",
  },
  {
    status: 406,
    title: "The client accepts no answer that is spoken here",
    text: "Set its Accept header to application/scim+json.",
  },
  {
    scimType: "invalidFilter",
    title: "The filter is not understood",
    text: "Correct the attribute that the client matches by: userName and externalId always work.",
  },
  {
    scimType: "invalidPath",
    title: "The client writes an attribute that does not exist",
    text: "Take it out of the client's mapping, or, if it is an extended field, correct the namespace and tick it as a sync target field.",
    remedy: "provisioning",
  },
  {
    scimType: "noTarget",
    title: "The client changes a value that is not there",
    text: "What it wanted to remove or change is gone already. A full cycle of the client puts both sides level.",
  },
  {
    scimType: "invalidSyntax",
    title: "The body is not a SCIM message",
    text: "Compare the request below with what the client should send: a schema is missing or the JSON is broken.",
  },
  {
    scimType: "mutability",
    title: "The attribute cannot be changed",
    text: "Take it out of the client's mapping for updates.",
  },
  {
    status: 501,
    title: "This is not supported",
    text: "Switch the feature off in the client. /ServiceProviderConfig lists what is supported.",
  },
  {
    status: 405,
    title: "The path does not take this method",
    text: "Check the SCIM Base URL in the client: it ends in /scim/v2, without a slash.",
  },
  {
    status: 503,
    title: "The server could not answer for a moment",
    text: "The client repeats the call. If many fail so, look at the database.",
  },
  {
    scimType: "invalidValue",
    title: "A value breaks a rule",
    text: "The detail names the attribute and the rule. Correct the value or the mapping in the client.",
  },
];

/** undefined when the call succeeded: there is nothing to do. */
export function adviceFor(failure: Failure): Advice | undefined {
  if (failure.status < 400) return undefined;
  const rule = RULES.find((candidate) => fits(candidate, failure));
  if (rule) {
    const { title, text, remedy } = rule;
    return remedy === undefined ? { title, text } : { title, text, remedy };
  }
  if (failure.status >= 500) {
    return {
      title: "The server failed",
      text: "This is not the client's fault. The server's log has the cause under the request id.",
    };
  }
  return {
    title: "The request was refused",
    text: "The detail says why. Correct what the client sends.",
  };
}

function fits({ status, scimType, detail }: Rule, failure: Failure): boolean {
  if (status !== undefined && status !== failure.status) return false;
  if (scimType !== undefined && scimType !== failure.scimType) return false;
  return detail === undefined || detail.test(failure.detail ?? "");
}
