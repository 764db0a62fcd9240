import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { setInstanceSettings } from "@/lib/directory/instances/set-settings";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";
import type { JsonObject, JsonValue } from "@/lib/scim/json";
import { testDatabases } from "./databases";
import { type Client, clientOf } from "./directory-client";
import { type ReadyApplication, readyApplication, readyInstance } from "./ready-application";
import { type Answer, onDatabase } from "./scim-client";

const email = (value: JsonValue) => ({ emails: [{ value, type: "work" }] });
const phone = (value: JsonValue) => ({ phoneNumbers: [{ value, type: "work" }] });
const replace = (path: string, value: JsonValue) => ({ op: "replace", path, value });

function expect400(answer: Answer, named: string): void {
  expect(answer.body, answer.text).toMatchObject({ status: "400", scimType: "invalidValue" });
  expect(answer.body.detail).toContain(named);
}

describe.each(testDatabases())("on the $kind database", (given) => {
  onDatabase(given);

  let application: ReadyApplication;
  let client: Client;

  beforeAll(async () => {
    application = await readyApplication();
    client = clientOf(application);
  });

  const newUser = (more: JsonObject = {}) => client.newAccount({ userName: randomUUID(), ...more });

  describe("a userName", () => {
    test.each([
      "x",
      "x".repeat(256),
      "𝕏".repeat(256),
      "Ann Lee",
      "ann@example.com",
      "Żółć",
      'O\'Neil "q" \\',
    ])("%j is taken and read back as sent", async (userName) => {
      const id = await client.newAccount({ userName });
      expect((await client.get(`/Users/${id}`)).body.userName).toBe(userName);
      await client.delete(`/Users/${id}`);
    });

    test.each<[JsonValue]>([
      [""],
      [" "],
      [" ann"],
      ["ann "],
      ["\u00a0ann"],
      ["a\nb"],
      ["a\u007fb"],
      ["a\u0085b"],
      ["x".repeat(257)],
      [null],
      [7],
      [["ann", "bob"]],
    ])("%j is refused on create, PUT and PATCH", async (userName) => {
      expect400(await client.post("/Users", { userName }), "userName");
      const id = await newUser();
      expect400(await client.put(`/Users/${id}`, { userName }), "userName");
      expect400(await client.patch(`/Users/${id}`, replace("userName", userName)), "userName");
    });

    test("is one whatever its case, may change its case, and is 409 when another has it", async () => {
      const id = await newUser({ userName: "Straße.Ann" });
      const other = await newUser();
      for (const answer of [
        await client.put(`/Users/${other}`, { userName: "STRASSE.ann".replace("SS", "ß") }),
        await client.patch(`/Users/${other}`, replace("userName", "straße.ANN")),
      ]) {
        expect(answer.body).toMatchObject({ status: "409", scimType: "uniqueness" });
        expect(answer.body.detail).toContain("userName");
      }
      const recased = await client.patch(`/Users/${id}`, replace("userName", "straße.ann"));
      expect(recased).toMatchObject({ status: 200, body: { userName: "straße.ann" } });
    });
  });

  describe("an email", () => {
    const EMAIL = 'emails[type eq "work"].value';

    test.each([
      "a@b.co",
      "first.last+tag@sub.example.com",
      `${"x".repeat(116)}@example.com`,
      "żółć@exämple.org",
    ])("%j is taken and read back as sent", async (value) => {
      const id = await newUser(email(value));
      expect((await client.get(`/Users/${id}`)).body.emails).toMatchObject([{ value, type: "work" }]);
    });

    test.each<[JsonValue]>([
      ["ann"],
      ["ann@"],
      ["@example.com"],
      ["ann@localhost"],
      ["a b@example.com"],
      ["a@b@example.com"],
      ["a..b@example.com"],
      ["a@example.com\n"],
      [`${"x".repeat(117)}@example.com`],
      [7],
    ])("%j is refused on create, PUT and PATCH", async (value) => {
      const userName = randomUUID();
      expect400(await client.post("/Users", { userName, ...email(value) }), "mail");
      const id = await newUser();
      expect400(await client.put(`/Users/${id}`, { userName, ...email(value) }), "mail");
      expect400(await client.patch(`/Users/${id}`, { op: "add", path: EMAIL, value }), "mail");
      expect((await client.get(`/Users/${id}`)).body).not.toHaveProperty("emails");
    });

    test("of another account is 409 in any case and by any verb; one that was left is free", async () => {
      const id = await newUser(email("Desk@example.com"));
      const other = await newUser();
      const answers = [
        await client.put(`/Users/${other}`, { userName: randomUUID(), ...email("desk@EXAMPLE.com") }),
        await client.patch(`/Users/${other}`, { op: "add", value: email("desk@example.com") }),
      ];
      for (const { body } of answers) expect(body).toMatchObject({ status: "409", scimType: "uniqueness" });
      await client.patch(`/Users/${id}`, { op: "remove", path: "emails" });
      expect(
        (await client.patch(`/Users/${other}`, { op: "add", value: email("desk@example.com") })).status,
      ).toBe(200);
    });
  });

  describe("a phone", () => {
    const PATH = 'phoneNumbers[type eq "work"].value';

    const read = async (id: string) => {
      const { body } = await client.get(`/Users/${id}`);
      const [number] = Array.isArray(body.phoneNumbers) ? body.phoneNumbers : [];
      return { number: Object(number).value, region: body.phoneRegion };
    };

    test.each<[JsonObject, string, string | undefined, string]>([
      [phone("+49 (30) 200-100.1"), "+49 (30) 200-100.1", undefined, "49:302001001"],
      [{ ...phone("302001002"), phoneRegion: "49" }, "302001002", "49", "49:302001002"],
      [{ ...phone("302001003"), phoneRegion: "+49" }, "302001003", "+49", "49:302001003"],
      [{ ...phone("+49302001004"), phoneRegion: "49" }, "+49302001004", "49", "49:302001004"],
      [phone("13800138000"), "13800138000", undefined, "86:13800138000"],
      [phone("+1 202 555 0100"), "+1 202 555 0100", undefined, "1:2025550100"],
    ])(
      "%j is read back as it was sent, and compared as the pair it means",
      async (sent, value, region, pair) => {
        const id = await newUser(sent);
        expect(await read(id)).toEqual({ number: value, region });
        const [row] = await (await database()).query<{ pair: string }>(
          "SELECT phone_region || ':' || phone_number AS pair FROM accounts WHERE id = $1",
          [id],
        );
        expect(row?.pair).toBe(pair);
        const [code, number] = pair.split(":");
        const same = { userName: randomUUID(), phoneRegion: code ?? "", ...phone(`${number}`) };
        expect((await client.post("/Users", same)).body).toMatchObject({
          status: "409",
          scimType: "uniqueness",
        });
        await client.delete(`/Users/${id}`);
      },
    );

    test.each<[JsonObject, string[]]>([
      [{ ...phone("+49302001005"), phoneRegion: "44" }, ["49", "44"]],
      [phone("+999123456"), ["+999123456"]],
      [phone("12345"), ["12345"]],
      [phone("1".repeat(16)), ["15"]],
      [phone("30-CALL-ME"), ["30-CALL-ME"]],
      [{ phoneRegion: "49" }, ["phoneRegion"]],
      [{ ...phone("302001006"), phoneRegion: "1234567" }, ["phoneRegion"]],
    ])("%j is refused, and the values are named", async (sent, named) => {
      const answer = await client.post("/Users", { userName: randomUUID(), ...sent });
      for (const name of named) expect400(answer, name);
    });

    test("is judged after all operations of a PATCH, whatever their order", async () => {
      const id = await newUser({ ...phone("302001007"), phoneRegion: "49" });
      const number = replace(PATH, "+441632960007");
      const region = replace("phoneRegion", "44");
      expect400(await client.patch(`/Users/${id}`, number), "44");
      expect400(await client.patch(`/Users/${id}`, { op: "remove", path: "phoneNumbers" }), "phoneRegion");
      expect((await client.patch(`/Users/${id}`, number, region)).status).toBe(200);
      expect(await read(id)).toEqual({ number: "+441632960007", region: "44" });
      const back = [replace("phoneRegion", "49"), replace(PATH, "+49302001007")];
      expect((await client.patch(`/Users/${id}`, ...back)).status).toBe(200);
      expect(await read(id)).toEqual({ number: "+49302001007", region: "49" });
    });

    test("is put back by a client that reads, changes the number and never set a region", async () => {
      const id = await newUser(phone("+49 30 2001008"));
      const { body } = await client.get(`/Users/${id}`);
      expect(body).not.toHaveProperty("phoneRegion");
      const changed = { ...body, ...phone("+44 1632 960008") };
      const answer = await client.put(`/Users/${id}`, changed);
      expect(answer).toMatchObject({ status: 200 });
      expect(await read(id)).toEqual({ number: "+44 1632 960008", region: undefined });
      const again = await client.put(`/Users/${id}`, answer.body);
      expect(again.headers.get("etag")).toBe(answer.headers.get("etag"));
    });
  });

  describe("a password", () => {
    const GOOD = "Correct-horse-7";

    const hashOf = async (id: string) => {
      const [row] = await (await database()).query<{ hash: string | null }>(
        "SELECT password_hash AS hash FROM accounts WHERE id = $1",
        [id],
      );
      return row?.hash;
    };

    test("is kept as argon2id, salted, and never given back", async () => {
      const answers = [
        await client.post("/Users", { userName: randomUUID(), password: GOOD }),
        await client.post("/Users?attributes=password", { userName: randomUUID(), password: GOOD }),
      ];
      const hashes = await Promise.all(answers.map(({ body }) => hashOf(String(body.id))));
      expect(hashes[0]).toMatch(/^\$argon2id\$/);
      expect(hashes[1]).toMatch(/^\$argon2id\$/);
      expect(hashes[0]).not.toBe(hashes[1]);
      const id = String(answers[0]?.body.id);
      answers.push(
        await client.patch(`/Users/${id}`, replace("password", "Battery-staple-8")),
        await client.put(`/Users/${id}?attributes=password,userName`, {
          userName: randomUUID(),
          password: GOOD,
        }),
        await client.get(`/Users/${id}?attributes=password`),
        await client.get("/Users?attributes=password"),
      );
      for (const { text } of answers) expect(text).not.toMatch(/"password"|argon2|Correct|Battery/);
    });

    test("that is the same again changes nothing; another one changes the version; a PUT without one keeps it", async () => {
      const body = { userName: randomUUID(), password: GOOD };
      const first = await client.post("/Users", body);
      const id = String(first.body.id);
      const hash = await hashOf(id);
      const same = [
        await client.post("/Users", body),
        await client.put(`/Users/${id}`, body),
        await client.patch(`/Users/${id}`, replace("password", GOOD)),
        await client.put(`/Users/${id}`, { userName: body.userName }),
      ];
      for (const answer of same) expect(answer.body.meta).toEqual(first.body.meta);
      expect(await hashOf(id)).toBe(hash);
      const other = await client.patch(`/Users/${id}`, replace("password", "Battery-staple-8"));
      expect(other.body.meta).not.toEqual(first.body.meta);
      expect(await hashOf(id)).not.toBe(hash);
    });

    test("that breaks the policy is told each rule that it fails, and is not repeated", async () => {
      const home = await readyInstance();
      const strict = clientOf(await readyApplication({}, home));
      const id = await strict.newAccount({ userName: "annabel" });
      const tries = [
        (password: string) => strict.post("/Users", { userName: "annabel", password }),
        (password: string) => strict.put(`/Users/${id}`, { userName: "annabel", password }),
        (password: string) => strict.patch(`/Users/${id}`, replace("password", password)),
      ];
      for (const attempt of tries) {
        const answer = await attempt("annabel");
        for (const rule of ["10 characters", "upper-case", "digit", "special", "the username"]) {
          expect400(answer, rule);
        }
        expect((await attempt("Zz1!")).text).not.toContain("Zz1!");
      }
      await setInstanceSettings(home.admin, { passwordPolicy: "unrestricted" });
      expect((await strict.patch(`/Users/${id}`, replace("password", "abcd"))).status).toBe(200);
      await setInstanceSettings(home.admin, { passwordPolicy: "complex" });
      // Policies judge new passwords only.
      expect((await strict.patch(`/Users/${id}`, replace("displayName", "Ann"))).status).toBe(200);
      expect((await strict.patch(`/Users/${id}`, replace("password", "abcd"))).status).toBe(200);
      expect400(await strict.patch(`/Users/${id}`, replace("password", "efgh")), "16 characters");
    });
  });

  describe("the status", () => {
    test.each<[JsonValue, boolean]>([
      [true, true],
      [false, false],
      ["True", true],
      ["False", false],
      ["true", true],
      ["FALSE", false],
    ])("%j means %s on create and PATCH", async (active, meant) => {
      const id = await newUser({ active });
      expect((await client.get(`/Users/${id}`)).body.active).toBe(meant);
      const other = await newUser({ active: !meant });
      const answer = await client.patch(`/Users/${other}`, replace("active", active));
      expect(answer).toMatchObject({ status: 200, body: { active: meant } });
    });

    test.each([["yes"], ["0"], [1], [{}]])("%j is refused", async (active) => {
      expect400(await client.post("/Users", { userName: randomUUID(), active }), "active");
    });

    test("is enabled by default, kept by a PUT that leaves it out, and hides nobody", async () => {
      const userName = randomUUID();
      const id = await newUser({ userName });
      expect((await client.get(`/Users/${id}`)).body.active).toBe(true);
      await client.patch(`/Users/${id}`, replace("active", false));
      await client.put(`/Users/${id}`, { userName, displayName: "put" });
      expect((await client.get(`/Users/${id}`)).body.active).toBe(false);
      expect((await client.find("/Users", `userName eq "${userName}"`)).body.totalResults).toBe(1);
    });
  });

  describe("extended fields", () => {
    let fielded: ReadyApplication;
    let fields: Client;

    beforeAll(async () => {
      const options = ["red", "green", "blue"];
      const home = await readyInstance({
        fields: [
          { key: "text", name: "Text", type: "text" },
          { key: "number", name: "Number", type: "number" },
          { key: "truth", name: "Truth", type: "boolean" },
          { key: "moment", name: "Moment", type: "datetime" },
          { key: "choice", name: "Choice", type: "choice", options },
          { key: "choices", name: "Choices", type: "multichoice", options },
          { key: "badge", name: "Badge", type: "text", unique: true },
          { key: "site", name: "Site", type: "text", required: true, defaultValue: "Oslo" },
          { key: "ssn", name: "Number", type: "text", encrypted: true },
          { key: "grade", name: "Grade", type: "choice", options: ["A", "B"], encrypted: true },
        ],
      });
      // No use case disables an option yet; the directory must honour one that is.
      await (await database()).query(
        `UPDATE extended_fields SET options = '[{"value":"red","disabled":false},{"value":"green","disabled":false},{"value":"blue","disabled":true}]'
         WHERE instance_id = $1 AND key IN ('choice', 'choices')`,
        [home.instanceId],
      );
      fielded = await readyApplication({}, home);
      fields = clientOf(fielded);
    });

    const values = (custom: JsonObject) => ({ userName: randomUUID(), [fielded.namespace]: custom });

    test.each<[string, JsonValue]>([
      ["text", "Grüße"],
      ["text", "x".repeat(4096)],
      ["number", 0],
      ["number", -12.5],
      ["truth", false],
      ["moment", "2026-01-31T09:30:00+01:00"],
      ["choice", "red"],
      ["choices", ["green", "red"]],
      ["ssn", "078-05-1120"],
      ["grade", "B"],
    ])("of type %s keep %j, read it back, and change it by PUT and PATCH", async (key, value) => {
      const id = await fields.newAccount(values({ [key]: value }));
      const shown = async () => Object((await fields.get(`/Users/${id}`)).body[fielded.namespace])[key];
      expect(await shown()).toEqual(value);
      await fields.put(`/Users/${id}`, values({}));
      expect(await shown()).toBeUndefined();
      const answer = await fields.patch(`/Users/${id}`, replace(`${fielded.namespace}:${key}`, value));
      expect(answer.status, answer.text).toBe(200);
      expect(await shown()).toEqual(value);
      await fields.patch(`/Users/${id}`, { op: "remove", path: `${fielded.namespace}:${key}` });
      expect(await shown()).toBeUndefined();
    });

    test.each<[string, JsonValue]>([
      ["text", 7],
      ["text", "x".repeat(4097)],
      ["number", "7"],
      ["truth", "yes"],
      ["moment", "yesterday"],
      ["choice", "purple"],
      ["choice", "Red"],
      ["choice", "blue"],
      ["choices", ["red", "blue"]],
      ["choices", ["purple"]],
      ["grade", "C"],
    ])("of type %s refuse %j, naming the field", async (key, value) => {
      const answer = await fields.post("/Users", values({ [key]: value }));
      expect400(answer, `${fielded.namespace}:${key}`);
      const id = await fields.newAccount(values({}));
      expect400(await fields.patch(`/Users/${id}`, replace(`${fielded.namespace}:${key}`, value)), key);
    });

    test("that are required get their default, and have it again when they are removed", async () => {
      const id = await fields.newAccount({ userName: randomUUID() });
      const shown = async () => (await fields.get(`/Users/${id}`)).body[fielded.namespace];
      expect(await shown()).toEqual({ site: "Oslo" });
      await fields.patch(`/Users/${id}`, replace(`${fielded.namespace}:site`, "Bergen"));
      expect(await shown()).toEqual({ site: "Bergen" });
      await fields.patch(`/Users/${id}`, { op: "remove", path: `${fielded.namespace}:site` });
      expect(await shown()).toEqual({ site: "Oslo" });
    });

    test("that are required without a default must be sent", async () => {
      const home = await readyInstance({
        fields: [{ key: "staff", name: "Staff", type: "number", required: true }],
      });
      const strict = await readyApplication({}, home);
      const sent = clientOf(strict);
      expect400(await sent.post("/Users", { userName: "amy" }), `${strict.namespace}:staff`);
      const id = await sent.newAccount({ userName: "amy", [strict.namespace]: { staff: 7 } });
      expect400(await sent.put(`/Users/${id}`, { userName: "amy" }), `${strict.namespace}:staff`);
      const removing = { op: "remove", path: `${strict.namespace}:staff` };
      expect400(await sent.patch(`/Users/${id}`, removing), `${strict.namespace}:staff`);
    });

    test("that are unique are 409 whatever the case, and free again when given up", async () => {
      const id = await fields.newAccount(values({ badge: "B-7" }));
      const other = await fields.newAccount(values({}));
      const taking = replace(`${fielded.namespace}:badge`, "b-7");
      for (const answer of [
        await fields.post("/Users", values({ badge: "b-7" })),
        await fields.patch(`/Users/${other}`, taking),
      ]) {
        expect(answer.body).toMatchObject({ status: "409", scimType: "uniqueness" });
      }
      await fields.delete(`/Users/${id}`);
      expect((await fields.patch(`/Users/${other}`, taking)).status).toBe(200);
    });

    test("that are encrypted are sealed at rest, differently for each account, and are in no log", async () => {
      const secret = "078-05-1199";
      const ids = [
        await fields.newAccount(values({ ssn: secret })),
        await fields.newAccount(values({ ssn: secret, grade: "A" })),
      ];
      await fields.post("/Users", values({ grade: secret }));
      await flushRequestLog();
      const db = await database();
      const rows = await db.query<{ value: string; value_key: null; unique_key: null }>(
        `SELECT v.value, v.value_key, v.unique_key FROM extended_values v
         JOIN extended_fields f ON f.instance_id = v.instance_id AND f.id = v.field_id
         WHERE f.key = 'ssn' AND v.account_id = ANY ($1::text[])`,
        [ids],
      );
      expect(rows).toHaveLength(2);
      for (const row of rows)
        expect(row).toEqual({ value: expect.stringMatching(/^v1\./), value_key: null, unique_key: null });
      expect(rows[0]?.value).not.toBe(rows[1]?.value);
      const [logs] = await db.query<{ found: number }>(
        `SELECT (SELECT count(*) FROM request_logs l WHERE l::text LIKE '%' || $1 || '%')::int
          + (SELECT count(*) FROM audit_log l WHERE l::text LIKE '%' || $1 || '%')::int AS found`,
        [secret],
      );
      expect(logs?.found).toBe(0);
    });

    test("of another application's choosing are neither shown nor lost", async () => {
      const narrow = clientOf(await readyApplication({ name: "Narrow", syncFields: ["text"] }, fielded));
      const id = await fields.newAccount(values({ text: "t", number: 7 }));
      expect((await narrow.get(`/Users/${id}`)).body[fielded.namespace]).toEqual({ text: "t" });
      await narrow.put(`/Users/${id}`, values({ number: 9 }));
      expect((await fields.get(`/Users/${id}`)).body[fielded.namespace]).toMatchObject({ number: 7 });
      expect((await fields.get(`/Users/${id}`)).body[fielded.namespace]).not.toHaveProperty("text");
    });
  });

  test("a deleted account is gone from everywhere, and its keys are free", async () => {
    const body = {
      userName: "gone",
      externalId: "x-9",
      ...email("gone@example.com"),
      ...phone("+493099999"),
    };
    const id = await client.newAccount(body);
    const group = await client.newGroup({ displayName: "Left", members: [{ value: id }] });
    const before = Object((await client.get(`/Groups/${group}`)).body.meta).version;
    const gone = await client.delete(`/Users/${id}`);
    expect([gone.status, gone.text]).toEqual([204, ""]);
    for (const answer of [
      await client.get(`/Users/${id}`),
      await client.put(`/Users/${id}`, body),
      await client.patch(`/Users/${id}`, replace("active", true)),
      await client.delete(`/Users/${id}`),
    ]) {
      expect(answer.status).toBe(404);
    }
    const after = (await client.get(`/Groups/${group}`)).body;
    expect(after).not.toHaveProperty("members");
    expect(Object(after.meta).version).not.toBe(before);
    expect(await client.newAccount(body)).not.toBe(id);
  });
});
