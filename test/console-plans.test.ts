import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, database, useDatabase as putDatabase } from "@/lib/db/client";
import { type Database, textOf } from "@/lib/db/sql";
import { listAccountHistory } from "@/lib/directory/accounts/admin/detail/account-history";
import { listAccounts } from "@/lib/directory/accounts/admin/list/list-accounts";
import type { Admin } from "@/lib/directory/actor";
import { listGroups, listMembers } from "@/lib/directory/groups/admin/read-groups";
import { pageAudit } from "@/lib/directory/logs/audit/list/page-audit";
import { pageRequests } from "@/lib/directory/logs/requests/list/page-requests";
import { searchOrganizations } from "@/lib/directory/organizations/pages/read-organization";
import { newApplication } from "./admin-fixture";
import { testDatabases } from "./databases";

interface Place {
  readonly admin: Admin;
  readonly root: string;
  readonly application: string;
}

/** Written past the use cases: 20,000 accounts, 2,000 organizations, 2,000 groups, 40,000 calls, 20,000 changes. */
function seed({ admin: { instanceId: i }, root, application: app }: Place): string[] {
  return [
    `INSERT INTO organizations (instance_id, id, parent_id, name, name_key, created_at)
     SELECT '${i}', 'ou_' || n, '${root}', 'Org ' || n, 'org ' || n, now() FROM generate_series(1, 2000) n`,
    `INSERT INTO organization_paths SELECT '${i}', 'ou_' || n, 'ou_' || n, 0 FROM generate_series(1, 2000) n`,
    `INSERT INTO organization_paths SELECT '${i}', '${root}', 'ou_' || n, 1 FROM generate_series(1, 2000) n`,
    `INSERT INTO accounts (instance_id, id, organization_id, username, username_key, display_name,
       display_name_key, email, email_key, enabled, source, source_application_id, created_at, updated_at)
     SELECT '${i}', 'user_' || md5(n::text), 'ou_' || (n % 2000 + 1), 'user' || n, 'user' || n, 'Name ' || n,
       'name ' || n, 'u' || n || '@acme.example', 'u' || n || '@acme.example', n % 50 <> 0,
       CASE n % 100 WHEN 0 THEN 'csv_import' WHEN 1 THEN 'application' ELSE 'console' END::account_source,
       CASE n % 100 WHEN 1 THEN '${app}' END, now() - n * interval '1 minute', now() - n * interval '7 seconds'
     FROM generate_series(1, 20000) n`,
    `INSERT INTO groups (instance_id, id, display_name, display_name_key, created_at, updated_at)
     SELECT '${i}', 'group_' || n, 'Group ' || n, 'group ' || n, now(), now() FROM generate_series(1, 2000) n`,
    `INSERT INTO group_members SELECT '${i}', 'group_1', 'user_' || md5(n::text) FROM generate_series(1, 20000) n`,
    `INSERT INTO group_members SELECT '${i}', 'group_2', 'user_' || md5(n::text) FROM generate_series(1, 10) n`,
    `INSERT INTO request_logs (instance_id, time, id, application_id, token_id, address, user_agent, method,
       path, resource, status, duration_ms)
     SELECT '${i}', now() - n * interval '1 second', 'req_' || n, '${app}', 'token_1', '::1', 'test', 'GET',
       '/scim/v2/Users', 'User', CASE WHEN n % 100 = 0 THEN 500 ELSE 200 END, 1 FROM generate_series(1, 40000) n`,
    `INSERT INTO audit_log (instance_id, time, lane, sequence, actor_id, application_id, action, target_id,
       content, hash)
     SELECT '${i}', now() - n * interval '1 second', 31, n, '${app}', '${app}', 'account.update',
       'user_' || md5(n::text), '{"time":"","actor":{"kind":"application","id":"a","name":"a","address":"a"},
       "action":"account.update","target":{"type":"account","id":"a","name":"a"},"before":null,"after":null}',
       sha256('x') FROM generate_series(1, 20000) n`,
    "ANALYZE",
  ];
}

const SORTS = ["username", "displayName", "created", "updated"] as const;

const LISTS: ReadonlyArray<readonly [string, (place: Place) => Promise<unknown>]> = [
  ...SORTS.map(
    (sort) => [`accounts by ${sort}`, ({ admin }: Place) => listAccounts(admin, { sort })] as const,
  ),
  [
    "accounts of an organization",
    ({ admin }) => listAccounts(admin, { organizationId: "ou_7", subtree: false }),
  ],
  ["accounts below an organization", ({ admin }) => listAccounts(admin, { organizationId: "ou_7" })],
  ["accounts of the root", ({ admin, root }) => listAccounts(admin, { organizationId: root })],
  [
    "accounts that begin with a text",
    ({ admin }) => listAccounts(admin, { search: "user77", sort: "created" }),
  ],
  ["accounts that a search does not find", ({ admin }) => listAccounts(admin, { search: "zzz" })],
  ["disabled accounts", ({ admin }) => listAccounts(admin, { status: "disabled", sort: "updated" })],
  ["imported accounts", ({ admin }) => listAccounts(admin, { source: "csv_import" })],
  [
    "accounts of an application",
    ({ admin, application }) => listAccounts(admin, { applicationId: application }),
  ],
  ["accounts of a small group", ({ admin }) => listAccounts(admin, { groupId: "group_2" })],
  ["accounts of a large group", ({ admin }) => listAccounts(admin, { groupId: "group_1" })],
  // From the other end than the group that holds nearly all members: counting those reads them.
  ["groups", ({ admin }) => listGroups(admin, { sort: "updated", direction: "descending" })],
  ["groups that begin with a text", ({ admin }) => listGroups(admin, { search: "group 19" })],
  ["members of a small group", ({ admin }) => listMembers(admin, "group_2")],
  ["members of a large group", ({ admin }) => listMembers(admin, "group_1")],
  ["organizations that begin with a text", ({ admin }) => searchOrganizations(admin, "org 19")],
  ["calls", ({ admin }) => pageRequests(admin)],
  [
    "calls of an application",
    ({ admin, application }) => pageRequests(admin, { applicationId: application }),
  ],
  ["failed calls", ({ admin }) => pageRequests(admin, { status: "failed" })],
  ["calls by path", ({ admin }) => pageRequests(admin, { path: "none" })],
  ["changes", ({ admin }) => pageAudit(admin)],
  ["changes of an application", ({ admin, application }) => pageAudit(admin, { applicationId: application })],
  ["changes of an account", ({ admin }) => listAccountHistory(admin, "user_1")],
];

/** The tables that grow with the directory, and the partitions that hold rows: others are empty, or small. */
const LARGE = /Seq Scan on (accounts|organizations|organization_paths|groups|group_members|\w+_default)\b/;

interface Noted {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements that a piece of work asks of the database. */
async function statementsOf(whole: Database, work: () => Promise<unknown>): Promise<Noted[]> {
  const noted: Noted[] = [];
  putDatabase({
    kind: whole.kind,
    get prisma() {
      return whole.prisma;
    },
    query: (statement, values = []) => {
      noted.push({ text: textOf(statement), values });
      return whole.query(statement, values);
    },
    transaction: (inner) => whole.transaction(inner),
    close: () => whole.close(),
  });
  try {
    await work();
  } finally {
    putDatabase(whole);
  }
  return noted;
}

// What the planner of the embedded database does is PostgreSQL's; one is enough.
const postgres = testDatabases().filter(({ kind }) => kind === "postgresql");

describe.skipIf(postgres.length === 0).each(postgres)("plans on $kind", ({ open }) => {
  let place: Place;
  let whole: Database;

  beforeAll(async () => {
    whole = await open();
    putDatabase(whole);
    place = await newApplication();
    for (const statement of seed(place)) await (await database()).query(statement);
  });
  afterAll(closeDatabase);

  test.each(LISTS)("%s: no page reads a whole table", async (_, list) => {
    const statements = await statementsOf(whole, () => list(place));
    // A total looks at 10,001 rows at most, and where nearly all count it reads them in any order.
    const pages = statements.filter(({ text }) => !text.includes(") counted"));
    expect(pages.length).toBeGreaterThan(0);
    for (const { text, values } of pages) {
      const rows = await whole.query<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).not.toMatch(LARGE);
    }
  });
});
