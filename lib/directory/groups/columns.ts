import { badRequest } from "@/lib/scim/error";
import type { StoredPath } from "@/lib/scim/path";
import type { Column, Columns, Elements, Parameters } from "../filter-sql";

const text = (sql: string): Column => ({ type: "text", sql });

/** The attributes that are a column of groups `g` or external ids `x`. */
const CORE: Readonly<Record<string, Column>> = {
  id: text("g.id"),
  externalId: text("x.external_id"),
  displayName: text("g.display_name_key"),
  meta: text("'meta'"),
  "meta.resourceType": text("'Group'"),
  "meta.created": { type: "instant", sql: "g.created_at" },
  "meta.lastModified": { type: "instant", sql: "g.updated_at" },
  "meta.version": text(`('W/"' || g.version || '"')`),
};

/**
 * Where the attributes of `Group` are kept, for the statements of store.ts.
 *
 * @param base the SCIM Base URL, for references
 */
export function groupColumns(base: string, parameters: Parameters): Columns {
  return {
    column: (path) => {
      const name = path.sub ? `${path.attribute.name}.${path.sub.name}` : path.attribute.name;
      if (name === "meta.location") return text(`(${parameters.add(`${base}/Groups/`, "text")} || g.id)`);
      const column = CORE[name];
      if (column) return column;
      throw badRequest("invalidFilter", `${name} cannot be filtered or sorted by.`);
    },
    elements: (path) => (path.attribute.name === "members" ? memberElements(base, parameters) : undefined),
  };
}

/** The members of one group, for a value filter in a PATCH: the member's account is `ma`. */
export function memberColumns(base: string, parameters: Parameters): Columns {
  return { column: (path) => memberColumn(path, "ma.id", base, parameters), elements: () => undefined };
}

function memberElements(base: string, parameters: Parameters): Elements {
  return {
    // The account is joined for its name alone; the planner drops nothing it must keep.
    from: () => `SELECT 1 FROM group_members m
      JOIN accounts ma ON ma.instance_id = m.instance_id AND ma.id = m.account_id
      WHERE m.instance_id = g.instance_id AND m.group_id = g.id`,
    column: (path) => memberColumn(path, "m.account_id", base, parameters),
  };
}

function memberColumn(path: StoredPath, id: string, base: string, parameters: Parameters): Column {
  switch (path.sub?.name) {
    case "display":
      return text("coalesce(ma.display_name_key, ma.username_key)");
    case "type":
      return text("'user'");
    case "$ref":
      return text(`(${parameters.add(`${base}/Users/`, "text")} || ${id})`);
    default:
      return text(id);
  }
}
