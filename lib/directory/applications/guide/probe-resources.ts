import { randomBytes } from "node:crypto";
import type { JsonObject, JsonValue } from "@/lib/scim/json";
import { ENTERPRISE_USER_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";
import type { Caller } from "../../callers/caller";
import type { ExtendedField } from "../../extended-fields/extended-field";

/** What a client's first calls send, under a name that no account or group has. */
export interface ProbeResources {
  readonly userName: string;
  readonly user: JsonObject;
  readonly group: (memberId: string | undefined) => JsonObject;
}

export function probeResources(caller: Caller): ProbeResources {
  const mark = randomBytes(8).toString("hex");
  const userName = `idaas-probe-${mark}`;
  const custom: Record<string, JsonValue> = {};
  for (const field of caller.syncFields) {
    if (field.required && field.defaultValue === undefined) custom[field.key] = sample(field, mark);
  }
  const extended = Object.keys(custom).length > 0;
  return {
    userName,
    user: {
      schemas: [USER_SCHEMA, ENTERPRISE_USER_SCHEMA, ...(extended ? [caller.namespace] : [])],
      userName,
      externalId: `probe-${mark}`,
      displayName: "Endpoint test",
      active: true,
      ...(extended ? { [caller.namespace]: custom } : {}),
    },
    group: (memberId) => ({
      schemas: [GROUP_SCHEMA],
      displayName: `Endpoint test ${mark}`,
      externalId: `probe-group-${mark}`,
      members: memberId === undefined ? [] : [{ value: memberId, type: "User" }],
    }),
  };
}

function sample({ type, options }: ExtendedField, mark: string): JsonValue {
  const option = options.find(({ disabled }) => !disabled)?.value ?? "";
  switch (type) {
    case "text":
      return mark;
    case "number":
      return Number.parseInt(mark.slice(0, 8), 16);
    case "boolean":
      return true;
    case "datetime":
      return new Date().toISOString();
    case "choice":
      return option;
    case "multichoice":
      return [option];
  }
}
