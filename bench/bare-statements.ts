/** The tables of the bare server: what the product keeps of accounts and groups, with the same keys and indexes. */
export const SCHEMA = `
  CREATE TABLE accounts (
    instance_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    organization_id text COLLATE "C" NOT NULL,
    external_id text COLLATE "C",
    username text NOT NULL,
    username_key text COLLATE "C" NOT NULL,
    display_name text,
    email text,
    email_key text COLLATE "C",
    enabled boolean NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (instance_id, id)
  );
  CREATE UNIQUE INDEX ON accounts (instance_id, username_key);
  CREATE UNIQUE INDEX ON accounts (instance_id, email_key);
  CREATE UNIQUE INDEX ON accounts (instance_id, external_id);
  CREATE INDEX ON accounts (instance_id, created_at, id);
  CREATE TABLE groups (
    instance_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    display_name text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (instance_id, id)
  );
  CREATE TABLE group_members (
    instance_id text COLLATE "C" NOT NULL,
    group_id text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (instance_id, group_id, account_id),
    FOREIGN KEY (instance_id, group_id) REFERENCES groups (instance_id, id) ON DELETE CASCADE,
    FOREIGN KEY (instance_id, account_id) REFERENCES accounts (instance_id, id) ON DELETE CASCADE
  );
  CREATE INDEX ON group_members (instance_id, account_id, group_id)`;

export interface AccountRow {
  readonly id: string;
  readonly organization_id: string;
  readonly external_id: string | null;
  readonly username: string;
  readonly display_name: string | null;
  readonly email: string | null;
  readonly enabled: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly groups?: ReadonlyArray<{ readonly id: string; readonly displayName: string }> | null;
}

const COLUMNS = `a.id, a.organization_id, a.external_id, a.username, a.display_name, a.email, a.enabled,
  a.version, a.created_at, a.updated_at`;

// A User has its groups when it is read by id or changed (docs/protocol.md, "Attributes").
const GROUPS = `(SELECT jsonb_agg(jsonb_build_object('id', g.id, 'displayName', g.display_name) ORDER BY g.id)
  FROM group_members m JOIN groups g ON g.instance_id = m.instance_id AND g.id = m.group_id
  WHERE m.instance_id = a.instance_id AND m.account_id = a.id) AS groups`;

/** One prepared statement for each operation. $1 is the instance. */
export const GET_ACCOUNT = {
  name: "get",
  text: `SELECT ${COLUMNS}, ${GROUPS} FROM accounts a WHERE a.instance_id = $1 AND a.id = $2`,
};

export const PROBE_ACCOUNT = {
  name: "probe",
  text: `SELECT ${COLUMNS} FROM accounts a WHERE a.instance_id = $1 AND a.username_key = $2`,
};

export const LIST_ACCOUNTS = {
  name: "list",
  text: `SELECT ${COLUMNS}, (SELECT count(*)::int FROM accounts WHERE instance_id = $1) AS total
    FROM accounts a WHERE a.instance_id = $1 ORDER BY a.created_at, a.id LIMIT $2 OFFSET $3`,
};

export const CREATE_ACCOUNT = {
  name: "create",
  text: `INSERT INTO accounts AS a (instance_id, id, organization_id, external_id, username, username_key,
      display_name, email, email_key, enabled)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${COLUMNS}`,
};

export const PATCH_ACTIVE = {
  name: "patch_active",
  text: `UPDATE accounts a SET enabled = $3, version = a.version + 1, updated_at = now()
    WHERE a.instance_id = $1 AND a.id = $2 RETURNING ${COLUMNS}, ${GROUPS}`,
};

export const CREATE_GROUP = {
  name: "create_group",
  text: `WITH written AS (
      INSERT INTO groups (instance_id, id, display_name) VALUES ($1, $2, $3)
    ) INSERT INTO group_members (instance_id, group_id, account_id) SELECT $1, $2, unnest($4::text[])`,
};

export const GET_GROUP = {
  name: "get_group",
  text: `SELECT m.account_id AS value, a.display_name AS display
    FROM group_members m JOIN accounts a ON a.instance_id = m.instance_id AND a.id = m.account_id
    WHERE m.instance_id = $1 AND m.group_id = $2`,
};

export const ADD_MEMBERS = {
  name: "add_members",
  text: `WITH added AS (
      INSERT INTO group_members (instance_id, group_id, account_id) SELECT $1, $2, unnest($3::text[])
      ON CONFLICT DO NOTHING RETURNING 1
    ) UPDATE groups SET version = version + 1, updated_at = now()
      WHERE instance_id = $1 AND id = $2 AND EXISTS (SELECT 1 FROM added)`,
};

export const REMOVE_MEMBERS = {
  name: "remove_members",
  text: `WITH removed AS (
      DELETE FROM group_members WHERE instance_id = $1 AND group_id = $2 AND account_id = ANY ($3::text[])
      RETURNING 1
    ) UPDATE groups SET version = version + 1, updated_at = now()
      WHERE instance_id = $1 AND id = $2 AND EXISTS (SELECT 1 FROM removed)`,
};
