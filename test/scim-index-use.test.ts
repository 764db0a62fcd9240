import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import { testDatabases } from "./databases";
import { type Noted, statementsOf } from "./noted-statements";
import { type ReadyApplication, readyApplication } from "./ready-application";
import { idsOf, onDatabase, type ScimClient, scimClient } from "./scim-client";

const ACCOUNTS = 5000;
const GROUPS = 2000;

/** More than any look-up needs, far fewer than any table holds. */
const FEW = 20;

const BIG = ["accounts", "groups", "group_members", "account_external_ids", "group_external_ids"];

/** protocol.md, "Filters": what is answered from an index, whatever the scope of the application. */
const LOOK_UPS: ReadonlyArray<readonly [path: string, filter: string]> = [
  ["/Users", 'userName eq "USER-4711"'],
  ["/Users", 'externalId eq "external-4711"'],
  ["/Users", 'id eq "user_4711"'],
  ["/Users", 'emails.value eq "User-4711@example.com"'],
  ["/Users", 'emails eq "user-4711@example.com"'],
  ["/Users", 'emails[type eq "work"].value eq "user-4711@example.com"'],
  ["/Users", 'emails[type eq "work" and value eq "user-4711@example.com"]'],
  ["/Users", 'active eq true and userName eq "user-4711"'],
  ["/Groups", 'displayName eq "GROUP-1711"'],
  ["/Groups", 'externalId eq "external-1711"'],
  ["/Groups", 'id eq "group_1711"'],
  ["/Groups", 'members eq "user_1711"'],
  ["/Groups", 'members.value eq "user_1711"'],
  ["/Groups", 'members[value eq "user_1711"]'],
  ["/Groups", 'id eq "group_1711" and members eq "user_1711"'],
];

// How PostgreSQL plans is what counts; the embedded one is built without parallel workers and the like.
const postgres = testDatabases().filter(({ kind }) => kind === "postgresql");

describe.each(postgres)("on $kind, with 5,000 accounts and 2,000 groups", (given) => {
  onDatabase(given);
  let wide: ScimClient;
  let narrow: ScimClient;
  beforeAll(async () => {
    const home = await readyApplication({ scope: "root" });
    await fill(home);
    wide = scimClient(home.token);
    const scoped = await readyApplication({ name: "Narrow" }, home);
    await share(home, scoped);
    narrow = scimClient(scoped.token);
  });

  test.each(LOOK_UPS)("%s %s reads no table from end to end", async (path, filter) => {
    const db = await database();
    for (const client of [wide, narrow]) {
      const statements = await statementsOf(db, async () => {
        expect(idsOf(await client.list(path, { filter }))).toHaveLength(1);
      });
      const asked = statements.filter(({ text }) => /FROM (accounts|groups)\b/.test(text));
      expect(asked.length).toBeGreaterThan(0);
      for (const statement of asked) {
        // Both ways in which a prepared statement may be planned: for its values, and for any.
        for (const mode of ["force_custom_plan", "force_generic_plan"] as const) {
          const nodes = await planOf(db, statement, mode);
          expect(nodes.length).toBeGreaterThan(0);
          const greedy = nodes.filter((node) => rowsRead(node) > FEW || isScanOf(BIG, node));
          expect(greedy, mode).toEqual([]);
        }
      }
    }
  });
});

type PlanMode = "force_custom_plan" | "force_generic_plan";

interface PlanNode extends Readonly<Record<string, unknown>> {
  readonly Plans?: readonly PlanNode[];
}

/** The plan with which PostgreSQL executes a statement, each node with what it read. */
async function planOf(db: Database, { text, values }: Noted, mode: PlanMode): Promise<readonly PlanNode[]> {
  return db.transaction(async (tx) => {
    await tx.script(`SET LOCAL plan_cache_mode = ${mode}; PREPARE asked AS ${text}`);
    const literals = values.map((value) => `'${String(value).replaceAll("'", "''")}'`);
    const [row] = await tx.query<{ "QUERY PLAN": ReadonlyArray<{ readonly Plan: PlanNode }> }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked(${literals.join(", ")})`,
    );
    await tx.script("DEALLOCATE asked");
    return (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
  });
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function isScanOf(tables: readonly string[], node: PlanNode): boolean {
  return node["Node Type"] === "Seq Scan" && tables.includes(String(node["Relation Name"]));
}

const READ = [
  "Actual Rows",
  "Rows Removed by Filter",
  "Rows Removed by Join Filter",
  "Rows Removed by Index Recheck",
] as const;

/** How many rows a node looked at: those it gave on, and those it looked at in vain. */
function rowsRead(node: PlanNode): number {
  const once = READ.reduce((sum, name) => sum + Number(node[name] ?? 0), 0);
  return once * Number(node["Actual Loops"] ?? 1);
}

/** Accounts, each with an external id, and groups with one member each, as sets. */
async function fill({ instanceId, applicationId, targetOrganizationId }: ReadyApplication): Promise<void> {
  const db = await database();
  const values = [instanceId, applicationId];
  await db.query(
    `INSERT INTO accounts (instance_id, id, organization_id, username, username_key, email, email_key,
        email_unique_key, enabled, source, version, created_at, updated_at)
      SELECT $1, 'user_' || n, $2, 'user-' || n, 'user-' || n, 'user-' || n || '@example.com',
        'user-' || n || '@example.com', 'user-' || n || '@example.com', true, 'console', 1, now(), now()
      FROM generate_series(1, ${ACCOUNTS}) n`,
    [instanceId, targetOrganizationId],
  );
  await db.query(
    `INSERT INTO account_external_ids (instance_id, application_id, account_id, external_id) SELECT $1, $2, 'user_' || n, 'external-' || n FROM generate_series(1, ${ACCOUNTS}) n`,
    values,
  );
  await db.query(
    `INSERT INTO groups (instance_id, id, display_name, display_name_key, version, created_at, updated_at)
      SELECT $1, 'group_' || n, 'group-' || n, 'group-' || n, 1, now(), now() FROM generate_series(1, ${GROUPS}) n`,
    [instanceId],
  );
  await db.query(
    `INSERT INTO group_members (instance_id, group_id, account_id) SELECT $1, 'group_' || n, 'user_' || n FROM generate_series(1, ${GROUPS}) n`,
    [instanceId],
  );
  await shareGroups(instanceId, applicationId);
}

/** The same external ids and groups for another application. */
async function share(from: ReadyApplication, { instanceId, applicationId }: ReadyApplication): Promise<void> {
  const db = await database();
  await db.query(
    `INSERT INTO account_external_ids (instance_id, application_id, account_id, external_id) SELECT $1, $2, account_id, external_id FROM account_external_ids
      WHERE instance_id = $1 AND application_id = $3`,
    [instanceId, applicationId, from.applicationId],
  );
  await shareGroups(instanceId, applicationId);
  await db.query("ANALYZE");
}

async function shareGroups(instanceId: string, applicationId: string): Promise<void> {
  const db = await database();
  await db.query(
    "INSERT INTO scope_groups (instance_id, application_id, group_id) SELECT $1, $2, id FROM groups WHERE instance_id = $1",
    [instanceId, applicationId],
  );
  await db.query(
    `INSERT INTO group_external_ids (instance_id, application_id, group_id, external_id)
      SELECT $1, $2, id, replace(id, 'group_', 'external-') FROM groups WHERE instance_id = $1`,
    [instanceId, applicationId],
  );
}
