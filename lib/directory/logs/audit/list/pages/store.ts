import { database } from "@/lib/db/client";
import type { Keyed, Order } from "../../../../keyset";
import { findLogPage, type LogPage } from "../../../scan/store";
import type { AuditLogFilter } from "../query";

/** An entry as its text, and where it stands: its primary key. */
export interface AuditContent {
  readonly id: string;
  readonly content: string;
}

interface Row extends Keyed {
  readonly content: string;
}

const NEWEST_FIRST: Order = {
  name: "time",
  direction: "descending",
  columns: [
    { sql: "l.time", type: "timestamptz" },
    { sql: "l.lane", type: "int" },
    { sql: "l.sequence", type: "int" },
  ],
};

export function findAuditPage(
  instanceId: string,
  filter: AuditLogFilter,
  page: { readonly cursor: string | undefined; readonly limit: number },
): Promise<LogPage<AuditContent>> {
  const scan = {
    ...page,
    order: NEWEST_FIRST,
    table: "audit_log",
    columns: "l.content",
    branches: (add: (value: unknown) => string) => {
      const all = [`l.instance_id = ${add(instanceId)}`];
      if (filter.from) all.push(`l.time >= ${add(filter.from)}::timestamptz`);
      if (filter.to) all.push(`l.time < ${add(filter.to)}::timestamptz`);
      if (filter.targetId !== undefined) all.push(`l.target_id = ${add(filter.targetId)}`);
      const common = all.join(" AND ");
      if (filter.applicationId === undefined) return [common];
      const application = add(filter.applicationId);
      return [
        `${common} AND l.application_id = ${application}`,
        `${common} AND l.target_id = ${application} AND l.application_id IS DISTINCT FROM ${application}`,
      ];
    },
    filters: (add: (value: unknown) => string) => {
      const filters: string[] = [];
      if (filter.noun) filters.push(`starts_with(l.action, ${add(`${filter.noun}.`)})`);
      if (filter.action !== undefined) filters.push(`l.action = ${add(filter.action)}`);
      if (filter.actorId !== undefined) filters.push(`l.actor_id = ${add(filter.actorId)}`);
      return filters;
    },
  };
  return findLogPage<Row, AuditContent>(scan, ({ keys, content }) => ({ id: idOf(keys), content }));
}

/** @param id as `findAuditPage` gives it */
export async function findAuditContent(instanceId: string, id: string): Promise<AuditContent | undefined> {
  const keys = Buffer.from(id, "base64url").toString().split("/");
  const [time, lane, sequence] = keys;
  const wellFormed = /^\d{4}-[\d :.-]{15,22}\+00\/\d{1,4}\/\d{1,18}$/.test(keys.join("/"));
  if (!wellFormed || time === undefined || lane === undefined || sequence === undefined) return undefined;
  const [row] = await (await database()).query<{ content: string }>(
    `SELECT content FROM audit_log WHERE instance_id = $1 AND time = $2::timestamptz
       AND lane = $3::text::smallint AND sequence = $4::text::bigint`,
    [instanceId, time, lane, sequence],
  );
  return row && { id, content: row.content };
}

function idOf(keys: readonly string[]): string {
  return Buffer.from(keys.join("/")).toString("base64url");
}
