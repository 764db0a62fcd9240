import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import pg from "pg";
import { z } from "zod";
import { ENTERPRISE_USER_SCHEMA, LIST_RESPONSE, USER_SCHEMA } from "@/lib/scim/urn";
import {
  type AccountRow,
  ADD_MEMBERS,
  CREATE_ACCOUNT,
  CREATE_GROUP,
  GET_ACCOUNT,
  GET_GROUP,
  LIST_ACCOUNTS,
  PATCH_ACTIVE,
  PROBE_ACCOUNT,
  REMOVE_MEMBERS,
  SCHEMA,
} from "./bare-statements";

// The limit that the product is held against: node:http, a pool of the product's size, one
// prepared statement for each operation, the same answers. No token, scope, log or check.

const INSTANCE = "instance_bench";
const ORGANIZATION = "ou_bench";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, idleTimeoutMillis: 60_000 });

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const NOT_FOUND: Answer = { status: 404, body: {} };

// The bodies that bench/operations.ts sends; parsed as lightly as the answers are made.
const NewAccount = z.object({
  userName: z.string(),
  externalId: z.string(),
  displayName: z.string(),
  emails: z.tuple([z.object({ value: z.string() })]),
});
const NewGroup = z.object({ displayName: z.string(), members: z.array(z.object({ value: z.string() })) });
const ActivePatch = z.object({ Operations: z.tuple([z.object({ value: z.boolean() })]) });
const MembersPatch = z.object({
  Operations: z.tuple([
    z.object({ op: z.enum(["add", "remove"]), value: z.array(z.object({ value: z.string() })) }),
  ]),
});

async function answer(request: IncomingMessage, base: string): Promise<Answer> {
  const url = new URL(request.url ?? "", base);
  const [, , , collection, id] = url.pathname.split("/");
  const route = `${request.method} ${collection}${id === undefined ? "" : "/{id}"}`;
  switch (route) {
    case "GET Users/{id}":
      return oneAccount(200, base, GET_ACCOUNT, [INSTANCE, id]);
    case "GET Users":
      return url.searchParams.has("filter") ? probe(url, base) : list(url, base);
    case "POST Users":
      return createAccount(base, NewAccount.parse(await json(request)));
    case "PATCH Users/{id}": {
      const [{ value }] = ActivePatch.parse(await json(request)).Operations;
      return oneAccount(200, base, PATCH_ACTIVE, [INSTANCE, id, value]);
    }
    case "POST Groups":
      return createGroup(NewGroup.parse(await json(request)));
    case "GET Groups/{id}": {
      const { rows } = await pool.query({ ...GET_GROUP, values: [INSTANCE, id] });
      return { status: 200, body: { id, members: rows } };
    }
    case "PATCH Groups/{id}": {
      const [{ op, value }] = MembersPatch.parse(await json(request)).Operations;
      const members = value.map((member) => member.value);
      const statement = op === "add" ? ADD_MEMBERS : REMOVE_MEMBERS;
      const { rowCount } = await pool.query({ ...statement, values: [INSTANCE, id, members] });
      return rowCount === 1 ? { status: 204 } : NOT_FOUND;
    }
    default:
      return NOT_FOUND;
  }
}

async function oneAccount(
  status: number,
  base: string,
  statement: { readonly name: string; readonly text: string },
  values: unknown[],
): Promise<Answer> {
  const { rows } = await pool.query<AccountRow>({ ...statement, values });
  const [row] = rows;
  return row ? { status, body: user(row, base) } : NOT_FOUND;
}

async function probe(url: URL, base: string): Promise<Answer> {
  const [, userName] = /^userName eq "([^"]*)"$/.exec(url.searchParams.get("filter") ?? "") ?? [];
  const values = [INSTANCE, userName?.toLowerCase()];
  const { rows } = await pool.query<AccountRow>({ ...PROBE_ACCOUNT, values });
  return listAnswer(rows, rows.length, 1, base);
}

async function list(url: URL, base: string): Promise<Answer> {
  const startIndex = Number(url.searchParams.get("startIndex") ?? 1);
  const values = [INSTANCE, Number(url.searchParams.get("count") ?? 100), startIndex - 1];
  const { rows } = await pool.query<AccountRow & { total: number }>({ ...LIST_ACCOUNTS, values });
  return listAnswer(rows, rows[0]?.total ?? 0, startIndex, base);
}

async function createAccount(base: string, account: z.infer<typeof NewAccount>): Promise<Answer> {
  const { userName, externalId, displayName, emails } = account;
  const [{ value: email }] = emails;
  const names = [userName, userName.toLowerCase(), displayName];
  const values = [INSTANCE, `user_${randomUUID()}`, ORGANIZATION, externalId, ...names];
  return oneAccount(201, base, CREATE_ACCOUNT, [...values, email, email.toLowerCase(), true]);
}

async function createGroup({ displayName, members }: z.infer<typeof NewGroup>): Promise<Answer> {
  const id = `group_${randomUUID()}`;
  const values = [INSTANCE, id, displayName, members.map(({ value }) => value)];
  await pool.query({ ...CREATE_GROUP, values });
  return { status: 201, body: { id, displayName, members } };
}

function listAnswer(
  rows: readonly AccountRow[],
  totalResults: number,
  startIndex: number,
  base: string,
): Answer {
  const Resources = rows.map((row) => user(row, base));
  const body = { schemas: [LIST_RESPONSE], totalResults, startIndex, itemsPerPage: rows.length, Resources };
  return { status: 200, body };
}

function user(row: AccountRow, base: string) {
  return {
    schemas: [USER_SCHEMA, ENTERPRISE_USER_SCHEMA],
    id: row.id,
    externalId: row.external_id ?? undefined,
    userName: row.username,
    displayName: row.display_name ?? undefined,
    active: row.enabled,
    emails: row.email === null ? undefined : [{ value: row.email, type: "work", primary: true }],
    groups: row.groups?.map((group) => ({
      value: group.id,
      $ref: `${base}/Groups/${group.id}`,
      display: group.displayName,
      type: "direct",
    })),
    [ENTERPRISE_USER_SCHEMA]: { organizationId: row.organization_id },
    meta: {
      resourceType: "User",
      created: row.created_at.toISOString(),
      lastModified: row.updated_at.toISOString(),
      location: `${base}/Users/${row.id}`,
      version: `W/"${row.version}"`,
    },
  };
}

async function json(request: IncomingMessage): Promise<unknown> {
  return JSON.parse(await text(request));
}

await pool.query(SCHEMA);
const server = createServer({ keepAliveTimeout: 65_000 }, async (request, response) => {
  const base = `http://${request.headers.host}/scim/v2`;
  const { status, body } = await answer(request, base).catch(
    (error: unknown): Answer => ({ status: 500, body: { detail: String(error) } }),
  );
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const written = JSON.stringify(body);
  const length = Buffer.byteLength(written);
  response
    .writeHead(status, { "content-type": "application/scim+json", "content-length": length })
    .end(written);
});
server.listen({ host: "127.0.0.1", port: 0 }, () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  console.log(`The bare server listens on http://127.0.0.1:${port}`);
});
