import { badRequest } from "@/lib/scim/error";
import type { StoredPath } from "@/lib/scim/path";
import type { Caller } from "../callers/caller";
import type { ExtendedField, FieldType } from "../extended-fields/extended-field";
import type { Column, Columns, Elements, Parameters } from "../filter-sql";

const text = (sql: string): Column => ({ type: "text", sql });
const truth = (sql: string): Column => ({ type: "boolean", sql });
const instant = (sql: string): Column => ({ type: "instant", sql });

/** The attributes of the core schema that are a column of accounts `a` or external ids `x`. */
const CORE: Readonly<Record<string, Column>> = {
  id: text("a.id"),
  externalId: text("x.external_id"),
  userName: text("a.username_key"),
  displayName: text("a.display_name_key"),
  active: truth("a.enabled"),
  emails: text("a.email_key"),
  "emails.value": text("a.email_key"),
  "emails.type": text("CASE WHEN a.email_key IS NOT NULL THEN 'work' END"),
  "emails.primary": truth("CASE WHEN a.email_key IS NOT NULL THEN TRUE END"),
  phoneNumbers: text("a.phone_value"),
  "phoneNumbers.value": text("a.phone_value"),
  "phoneNumbers.type": text("CASE WHEN a.phone_value IS NOT NULL THEN 'work' END"),
  "phoneNumbers.primary": truth("CASE WHEN a.phone_value IS NOT NULL THEN TRUE END"),
  phoneRegion: text("a.phone_region_sent"),
  meta: text("'meta'"),
  "meta.resourceType": text("'User'"),
  "meta.created": instant("a.created_at"),
  "meta.lastModified": instant("a.updated_at"),
  "meta.version": text(`('W/"' || a.version || '"')`),
};

/**
 * Where the attributes of `User` are kept, for the statements of store.ts.
 *
 * @param base the SCIM Base URL, for references
 */
export function accountColumns(caller: Caller, base: string, parameters: Parameters): Columns {
  return {
    column: (path) => {
      if (path.schema.id === caller.namespace) return fieldColumn(fieldOf(caller, path), parameters);
      if (path.extension) return text("a.organization_id");
      const name = path.sub ? `${path.attribute.name}.${path.sub.name}` : path.attribute.name;
      if (name === "meta.location") return text(`(${parameters.add(`${base}/Users/`, "text")} || a.id)`);
      const column = CORE[name];
      if (column) return column;
      throw badRequest("invalidFilter", `${name} cannot be filtered or sorted by.`);
    },
    elements: (path) => {
      if (path.schema.id === caller.namespace) return optionElements(fieldOf(caller, path), parameters);
      return path.attribute.name === "groups" && !path.extension
        ? groupElements(base, parameters)
        : undefined;
    },
  };
}

const FIELD_COLUMNS: Record<FieldType, Column["type"]> = {
  text: "text",
  choice: "text",
  datetime: "text",
  multichoice: "text",
  number: "number",
  boolean: "boolean",
};

function fieldColumn(field: ExtendedField, parameters: Parameters): Column {
  const type = FIELD_COLUMNS[field.type];
  const column =
    type === "text" ? "v.value_key" : `(v.value #>> '{}')::${type === "number" ? "numeric" : "boolean"}`;
  const sql = `(SELECT ${column} FROM extended_values v WHERE v.instance_id = a.instance_id
    AND v.account_id = a.id AND v.field_id = ${parameters.add(field.id, "text")})`;
  return { type, sql };
}

function optionElements(field: ExtendedField, parameters: Parameters): Elements | undefined {
  if (field.type !== "multichoice") return undefined;
  const from = () => `SELECT 1 FROM extended_values v, jsonb_array_elements_text(v.value) AS o(option)
    WHERE v.instance_id = a.instance_id AND v.account_id = a.id AND v.field_id = ${parameters.add(field.id, "text")}`;
  return { from, column: () => text("o.option") };
}

/** The groups of the account that the application sees: those in its scope, with $1 and $2 as in store.ts. */
function groupElements(base: string, parameters: Parameters): Elements {
  return {
    from: () => `SELECT 1 FROM group_members gm
      JOIN scope_groups gs ON gs.instance_id = gm.instance_id AND gs.group_id = gm.group_id AND gs.application_id = $2
      JOIN groups ug ON ug.instance_id = gm.instance_id AND ug.id = gm.group_id
      WHERE gm.instance_id = a.instance_id AND gm.account_id = a.id`,
    column: (path) => {
      if (path.sub?.name === "display") return text("ug.display_name_key");
      if (path.sub?.name === "type") return text("'direct'");
      if (path.sub?.name === "$ref") return text(`(${parameters.add(`${base}/Groups/`, "text")} || ug.id)`);
      return text("ug.id");
    },
  };
}

/** @throws ScimError 400 invalidFilter for an encrypted field, whose values nothing may probe */
function fieldOf(caller: Caller, path: StoredPath): ExtendedField {
  const field = caller.syncFields.find((candidate) => candidate.key === path.attribute.name);
  if (field && !field.encrypted) return field;
  throw badRequest(
    "invalidFilter",
    `${path.attribute.name} is encrypted and cannot be filtered or sorted by.`,
  );
}
