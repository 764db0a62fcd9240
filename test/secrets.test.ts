import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { createLogger } from "@/lib/log";
import type { JsonValue } from "@/lib/scim/json";
import { testDatabases } from "./databases";
import { clientOf, sendWith } from "./directory-client";
import { readyApplication, readyInstance } from "./ready-application";
import { onDatabase } from "./scim-client";

const SECRETS = {
  password: "Zq7-marker-first!",
  nextPassword: "Zq7-marker-second!",
  wrongPassword: "Zq7-marker-wrong!",
  tooShort: "Zq7!",
  encrypted: "zq7 sealed 078-05-1120",
  nextEncrypted: "zq7 sealed 219-09-9999",
  refusedChoice: "zq7 no such option",
} as const;

/** Every row of every table, as text. */
async function dumpOf(database: Database): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await database.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ONLY ${name} t`,
    );
    rows.push(...found.map(({ row }) => `${name} ${row}`));
  }
  return rows.join("\n");
}

/** What a piece of work writes to standard error. */
async function standardErrorOf(work: () => Promise<void>): Promise<string> {
  const written: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = (chunk: string | Uint8Array) => {
    written.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
    return true;
  };
  try {
    await work();
  } finally {
    process.stderr.write = write;
  }
  return written.join("");
}

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  async function ready() {
    const home = await readyInstance({
      fields: [
        { key: "badge", name: "Badge", type: "text" },
        { key: "ssn", name: "Number", type: "text", encrypted: true },
        { key: "grade", name: "Grade", type: "choice", options: ["A"], encrypted: true },
      ],
    });
    const application = await readyApplication({ name: "Okta" }, home);
    const second = await issueToken(home.admin, application.applicationId, { days: 1 });
    return { ...application, secondToken: second.token, client: clientOf(application) };
  }

  /** Secrets in every place where a client has put one, rightly or not. */
  async function misuse({ client, namespace, token, secondToken }: Awaited<ReturnType<typeof ready>>) {
    const ssn = `${namespace}:ssn`;
    const replace = (path: string, value: JsonValue) => ({ op: "replace", path, value });
    const id = await client.newAccount({
      userName: "amy",
      password: SECRETS.password,
      [namespace]: { ssn: SECRETS.encrypted, badge: "in clear" },
    });
    const answers = [
      await client.post("/Users", { userName: "amy", password: SECRETS.nextPassword }),
      await client.post("/Users", { userName: "bob", password: SECRETS.tooShort }),
      await client.post("/Users", { userName: "bob", password: [SECRETS.wrongPassword] }),
      await client.post("/Users", { userName: "bob", Password: { value: SECRETS.wrongPassword } }),
      await client.post("/Users", { userName: "bob", [namespace]: { grade: SECRETS.refusedChoice } }),
      await client.put(`/Users/${id}`, {
        userName: "amy",
        password: SECRETS.password,
        [ssn]: SECRETS.encrypted,
      }),
      await client.patch(`/Users/${id}`, replace("password", SECRETS.nextPassword)),
      await client.patch(`/Users/${id}`, {
        op: "add",
        value: { password: SECRETS.password, [ssn]: SECRETS.nextEncrypted },
      }),
      await client.patch(`/Users/${id}`, replace(ssn, SECRETS.encrypted)),
      await client.patch(`/Users/${id}`, replace(`${namespace}:grade`, SECRETS.refusedChoice)),
      await client.patch(`/Users/${id}`, replace(`password eq "${SECRETS.wrongPassword}"`, "x")),
      await client.patch(
        `/Users/${id}`,
        replace(`password[value eq "${SECRETS.wrongPassword}"]`, SECRETS.wrongPassword),
      ),
      await client.patch(`/Users/${id}`, { op: "remove", path: "password", value: SECRETS.wrongPassword }),
      await client.find("/Users", `password eq "${SECRETS.wrongPassword}"`),
      await client.find("/Users", `password eq "${SECRETS.wrongPassword}`),
      await client.find("/Users", `userName eq "amy" and password sw "${SECRETS.wrongPassword}" or`),
      await client.find("/Users", `${ssn} eq "${SECRETS.encrypted}"`),
      await client.find("/Users", `${ssn} eqq "${SECRETS.encrypted}"`),
      await client.get(`/Users?password=${encodeURIComponent(SECRETS.wrongPassword)}`),
      await client.get(`/Users?sortBy=${encodeURIComponent(`password eq "${SECRETS.wrongPassword}"`)}`),
      await client.get(`/Users/${token}`),
      await client.get(`/Users?access_token=${token}`),
      await client.find("/Users", `userName eq "${secondToken}"`),
      await client.post("/Groups", { displayName: "Team", members: [{ value: token }] }),
      await client.post("/Users", { userName: "cyd", userType: token, [secondToken]: token }),
      await client.get(`/Users?attributes=${token}`),
      await sendWith(
        { authorization: `Bearer ${token}`, "user-agent": `curl ${secondToken}` },
        "GET",
        "/Users",
      ),
      await sendWith({ authorization: `Bearer ${token}x`, "user-agent": token }, "GET", "/Users"),
      await client.get(`/Users/${id}`),
    ];
    for (const { status, text } of answers) {
      expect(status, text).toBeLessThan(500);
      for (const password of [SECRETS.password, SECRETS.nextPassword, SECRETS.tooShort]) {
        expect(text).not.toContain(password);
      }
    }
    // A failure of the server is logged with its cause, and the cause must not tell either.
    const db = await database();
    await db.query("ALTER TABLE accounts ADD CONSTRAINT refused CHECK (FALSE) NOT VALID");
    try {
      const body = { userName: "cyd", password: SECRETS.password, [namespace]: { ssn: SECRETS.encrypted } };
      expect((await client.post("/Users", body)).status).toBe(500);
    } finally {
      await db.query("ALTER TABLE accounts DROP CONSTRAINT refused");
    }
  }

  test("no secret stands in any column of any table, nor in what the program logs", async () => {
    const application = await ready();
    const log = await standardErrorOf(async () => {
      await misuse(application);
      await flushRequestLog();
    });
    const dump = await dumpOf(await database());
    // What is looked for would be found: this stands there in clear.
    expect(dump).toContain("in clear");
    expect(dump).toMatch(/request_logs\S* .*\[removed\]/);
    const { token, secondToken } = application;
    for (const [name, secret] of Object.entries({ ...SECRETS, token, secondToken })) {
      const spellings = [
        secret,
        encodeURIComponent(secret),
        secret.replaceAll(" ", "+"),
        Buffer.from(secret).toString("base64"),
        Buffer.from(secret).toString("hex"),
      ];
      for (const spelling of spellings) {
        const row = dump.split("\n").find((line) => line.includes(spelling));
        expect(row, name).toBeUndefined();
        expect(log.includes(spelling), `${name} in the program's log`).toBe(false);
      }
    }
  });
});

test("the program's log takes a token out of whatever is logged", async () => {
  const lines: string[] = [];
  const log = createLogger("info", { write: (line) => void lines.push(line) });
  log.info({ token: "abc", request: { authorization: "Bearer abc" } }, "idaas_sat_abcDEF123 was used");
  log.error({ err: new Error("idaas_sat_abcDEF123 is unknown") }, "It failed");
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/abc/i);
});
