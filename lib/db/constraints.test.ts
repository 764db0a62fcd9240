import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "@/test/databases";
import { foreignKeyViolation, uniqueViolation } from "./errors";
import type { Database } from "./sql";

/** A row in every table of the instance `i`; each id begins with the instance's. */
function seed(i: string): string[] {
  const hash = "decode(repeat('00', 32), 'hex')";
  return [
    `INSERT INTO instances (id, name, created_at) VALUES ('${i}', 'n', now())`,
    `INSERT INTO administrators VALUES ('${i}-admin', 'a@x', '${i}@x', 'h', now())`,
    `INSERT INTO administrator_roles VALUES ('${i}', '${i}-admin', 'owner', now())`,
    `INSERT INTO organizations VALUES ('${i}', '${i}-root', NULL, 'Root', 'root', '', now())`,
    `INSERT INTO organizations VALUES ('${i}', '${i}-ou', '${i}-root', 'Sales', 'sales', '', now())`,
    `INSERT INTO organization_paths VALUES ('${i}', '${i}-root', '${i}-ou', 1)`,
    `INSERT INTO accounts (instance_id, id, organization_id, username, username_key, email, email_key, email_unique_key,
       phone_region, phone_number, phone_unique_key, enabled, source, created_at, updated_at)
     VALUES ('${i}', '${i}-user', '${i}-ou', 'Ann', 'ann', 'A@x', 'a@x', 'a@x', '1', '555', '1 555', true, 'console',
       now(), now())`,
    `INSERT INTO groups (instance_id, id, display_name, display_name_key, created_at, updated_at)
     VALUES ('${i}', '${i}-group', 'All', 'all', now(), now())`,
    `INSERT INTO group_members VALUES ('${i}', '${i}-group', '${i}-user')`,
    `INSERT INTO applications (instance_id, id, name, name_key, type, target_organization_id, namespace, created_at)
     VALUES ('${i}', '${i}-app', 'Okta', 'okta', 'custom', '${i}-ou', 'urn:x', now())`,
    `INSERT INTO account_external_ids VALUES ('${i}', '${i}-app', '${i}-user', 'x1')`,
    `INSERT INTO group_external_ids VALUES ('${i}', '${i}-app', '${i}-group', 'x1')`,
    `INSERT INTO scope_organizations VALUES ('${i}', '${i}-app', '${i}-ou')`,
    `INSERT INTO scope_groups VALUES ('${i}', '${i}-app', '${i}-group')`,
    `INSERT INTO tokens (instance_id, id, application_id, slot, hash, last_four, created_at, expires_at)
     VALUES ('${i}', '${i}-token', '${i}-app', 1, ${hash}, 'abcd', now(), now() + interval '1 day')`,
    `INSERT INTO client_secrets (instance_id, id, application_id, slot, hash, last_four, created_at)
     VALUES ('${i}', '${i}-secret', '${i}-app', 1, ${hash}, 'abcd', now())`,
    `INSERT INTO extended_fields (instance_id, id, key, name, type, created_at)
     VALUES ('${i}', '${i}-field', 'cost_center', 'n', 'text', now())`,
    `INSERT INTO extended_values VALUES ('${i}', '${i}-user', '${i}-field', '"v"', 'v', 'v')`,
    `INSERT INTO sync_fields VALUES ('${i}', '${i}-app', '${i}-field')`,
    `INSERT INTO audit_chains VALUES ('${i}', 0, 1, ${hash})`,
  ];
}

interface ForeignKey {
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly columns: string[];
  readonly target_columns: string[];
}

const FOREIGN_KEYS = `
  SELECT conname::text AS name, conrelid::regclass::text AS source, confrelid::regclass::text AS target,
    (SELECT array_agg(attname::text ORDER BY n) FROM unnest(conkey) WITH ORDINALITY k(num, n)
       JOIN pg_attribute ON attrelid = conrelid AND attnum = num) AS columns,
    (SELECT array_agg(attname::text ORDER BY n) FROM unnest(confkey) WITH ORDINALITY k(num, n)
       JOIN pg_attribute ON attrelid = confrelid AND attnum = num) AS target_columns
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`;

const UNIQUE_INDEXES = `
  SELECT i.relname::text AS name, pg_get_indexdef(x.indexrelid, 1, true) AS first
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
  WHERE x.indisunique AND i.relnamespace = 'public'::regnamespace ORDER BY 1`;

// Instances and administrators belong to no instance; an administrator may have a role in several.
const OUTSIDE = ["instances", "administrators"];

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    for (const statement of [...seed("one"), ...seed("two")]) await database.query(statement);
  });
  afterAll(() => database?.close());

  const failure = async (statement: string): Promise<unknown> => {
    try {
      await database.transaction((tx) => tx.query(statement));
    } catch (error) {
      return error;
    }
    throw new Error(`Not refused: ${statement}`);
  };

  test("every foreign key between tables of an instance carries the instance", async () => {
    const keys = await database.query<ForeignKey>(FOREIGN_KEYS);
    expect(keys.length).toBeGreaterThan(20);
    for (const key of keys.filter(({ target }) => !OUTSIDE.includes(target))) {
      expect([key.columns[0], key.target_columns[0]], key.name).toEqual(["instance_id", "instance_id"]);
    }
  });

  test("every unique index of an instance's table begins with the instance", async () => {
    const indexes = await database.query<{ name: string; first: string }>(UNIQUE_INDEXES);
    const others = indexes.filter(({ first }) => first !== "instance_id").map(({ name }) => name);
    expect(others).toEqual([
      "_prisma_migrations_pkey",
      "administrators_email_key_key",
      "administrators_pkey",
      "instances_pkey",
      "sign_in_attempts_pkey",
    ]);
  });

  test("no foreign key takes a row of another instance", async () => {
    const keys = await database.query<ForeignKey>(FOREIGN_KEYS);
    const compound = keys.filter(({ columns }) => columns.length === 2);
    expect(compound.length).toBeGreaterThan(15);
    for (const { name, source, target, columns, target_columns } of compound) {
      const foreign = `SELECT min(${target_columns[1]}) FROM ${target} WHERE instance_id = 'two'`;
      const error = await failure(`UPDATE ${source} SET ${columns[1]} = (${foreign}) WHERE instance_id = 'one'
        AND ${columns[1]} IS NOT NULL`);
      expect(foreignKeyViolation(error), name).toEqual({ constraint: name });
    }
  });

  const account = (username: string, more: Record<string, string> = {}) => {
    const values: Record<string, string> = {
      instance_id: "'one'",
      id: "'new'",
      organization_id: "'one-ou'",
      username: `'${username}'`,
      username_key: `'${username}'`,
      enabled: "true",
      source: "'console'",
      created_at: "now()",
      updated_at: "now()",
      ...more,
    };
    return `INSERT INTO accounts (${Object.keys(values)}) VALUES (${Object.values(values)})`;
  };
  const token = (id: string, slot: number) =>
    `INSERT INTO tokens SELECT instance_id, '${id}', application_id, ${slot}, hash, last_four, enabled, created_at,
       expires_at FROM tokens WHERE id = 'one-token'`;

  test.each([
    [
      "a second root",
      "INSERT INTO organizations VALUES ('one', 'new', NULL, 'Other', 'other', '', now())",
      "organizations_one_root_key",
    ],
    [
      "a sibling of the same name",
      "INSERT INTO organizations VALUES ('one', 'new', 'one-root', 'SALES', 'sales', '', now())",
      "organizations_instance_id_parent_id_name_key_key",
    ],
    ["a username that is taken", account("ann"), "accounts_instance_id_username_key_key"],
    [
      "an email that is taken",
      account("bob", { email: "'a@x'", email_key: "'a@x'", email_unique_key: "'a@x'" }),
      "accounts_instance_id_email_unique_key_key",
    ],
    [
      "a phone that is taken",
      account("bob", { phone_region: "'1'", phone_number: "'555'", phone_unique_key: "'1 555'" }),
      "accounts_instance_id_phone_unique_key_key",
    ],
    [
      "a group's name that is taken",
      "INSERT INTO groups VALUES ('one', 'new', 'ALL', 'all', NULL, 1, now(), now())",
      "groups_instance_id_display_name_key_key",
    ],
    ["a token in a slot that is taken", token("new", 1), "tokens_instance_id_application_id_slot_key"],
    [
      "an external id that the application has for another account",
      `${account("bob")}; INSERT INTO account_external_ids VALUES ('one', 'one-app', 'new', 'x1')`,
      "account_external_ids_instance_id_application_id_external_id_key",
    ],
  ])("refused: %s", async (_, statements, constraint) => {
    const run = database.transaction(async (tx) => {
      for (const statement of statements.split("; ")) await tx.query(statement);
    });
    const error = await run.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(uniqueViolation(error)).toEqual({ constraint });
  });

  test.each([
    ["a third token", token("new", 3), "tokens_slot_check"],
    ["a token in slot 0", token("new", 0), "tokens_slot_check"],
    ["an empty username", account(""), "accounts_username_check"],
    ["an email without its key", account("bob", { email: "'b@x'" }), "accounts_email_check"],
    ["a phone number without its region", account("bob", { phone_number: "'1'" }), "accounts_phone_check"],
    [
      "an application's account without the application",
      account("bob", { source: "'application'" }),
      "accounts_source_check",
    ],
    ["version 0", "UPDATE accounts SET version = 0", "accounts_version_check"],
    [
      "a scenario that is none",
      "UPDATE applications SET scenarios = '{user:delete}'",
      "applications_scenarios_check",
    ],
    ["an organization below itself", "UPDATE organizations SET parent_id = id", "organizations_parent_check"],
    [
      "a field that is encrypted and unique",
      'UPDATE extended_fields SET encrypted = true, "unique" = true',
      "extended_fields_encrypted_check",
    ],
    ["a field's key in capitals", "UPDATE extended_fields SET key = 'Cost'", "extended_fields_key_check"],
    [
      "a token that ends before it begins",
      "UPDATE tokens SET expires_at = created_at",
      "tokens_validity_check",
    ],
  ])("refused: %s", async (_, statement, check) => {
    await expect(failure(statement)).resolves.toMatchObject({ code: "23514", constraint: check });
  });

  test("a second token has its slot; uniqueness that was lifted and other instances stand in nobody's way", async () => {
    await database.query(token("second", 2));
    await database.query(account("bob", { email: "'a@x'", email_key: "'a@x'" }));
    expect(await database.query("SELECT count(*) AS n FROM accounts WHERE email_key = 'a@x'")).toEqual([
      { n: 3 },
    ]);
  });

  test("ids and folded keys are ordered by bytes, whatever the server's locale", async () => {
    const rows = await database.query(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'text' AND column_name ~ '(^|_)(id|key)$'
         AND collation_name IS DISTINCT FROM 'C'`,
    );
    expect(rows).toEqual([]);
  });
});
