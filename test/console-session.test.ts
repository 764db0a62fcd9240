import "./console-environment";
import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signInAction } from "@/app/(auth)/sign-in/actions";
import { signOut } from "@/app/(auth)/sign-out/actions";
import {
  changePasswordAction,
  enrolSecondFactorAction,
  offerSecondFactorAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
  signOutEverywhereAction,
} from "@/app/(console)/account/actions";
import {
  addAdministratorAction,
  setInstanceSettingsAction,
  setRoleAction,
} from "@/app/(console)/instances/[id]/settings/actions";
import { currentAdministrator, requireAdmin, requireAdministrator } from "@/lib/auth/session";
import { closeDatabase, useDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import type { Admin, Role } from "@/lib/directory/actor";
import { addAdministrator } from "@/lib/directory/administrators/add-administrator";
import { FIRST_EPOCH } from "@/lib/directory/administrators/session/session";
import { listAdministrators } from "@/lib/directory/administrators/set-role";
import { listAudit } from "@/lib/directory/logs/audit/list/list-audit";
import { type ConsoleRequest, heldCookies, inConsole, navigationOf, sessionCookies } from "./console-request";
import { testDatabases } from "./databases";
import { readyInstance } from "./ready-application";

const PASSWORD = "Correct-horse-7";
const NEW_PASSWORD = "Battery-staple-8";
const AUTH_SECRET = process.env.AUTH_SECRET ?? "";

type Cookies = Record<string, string>;

interface Person {
  readonly id: string;
  readonly email: string;
  readonly cookies: Cookies;
}

let made = 0;

async function person(admin: Admin, role: Role): Promise<Person> {
  made += 1;
  const email = `person${made}@example.com`;
  const { id } = await addAdministrator(admin, { email, role, password: PASSWORD });
  return { id, email, cookies: await sessionCookies({ id, epoch: FIRST_EPOCH }) };
}

function whoIs(cookies: Cookies) {
  return inConsole({ cookies }, async () => (await currentAdministrator())?.email);
}

/** Where what the action throws leads. */
async function led(request: ConsoleRequest, work: () => Promise<unknown>) {
  return inConsole(request, () => work().then(() => "nowhere", navigationOf));
}

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  let admin: Admin;
  let owner: Person;
  beforeAll(async () => {
    database = await open();
    useDatabase(database);
    admin = (await readyInstance()).admin;
  });
  afterAll(() => closeDatabase());
  beforeEach(async () => {
    owner = await person(admin, "owner");
    await database.query("DELETE FROM sign_in_attempts");
  });

  test("the sign-in sets a cookie that is a session", async () => {
    const input = form({ email: owner.email, password: PASSWORD });
    const answer = await led({}, () => signInAction(undefined, input));
    expect(answer.value).toBe("/instances");
    expect(answer.set).toEqual([
      expect.stringMatching(
        /^idaas-session=[^;]+; Path=\/; Expires=[^;]+; Max-Age=43200; HttpOnly; SameSite=lax$/i,
      ),
    ]);
    expect((await whoIs(heldCookies(answer))).value).toBe(owner.email);
  });

  test("a refused sign-in sets none, keeps what was typed, and says nothing of which part was wrong", async () => {
    for (const wrong of [{ email: "nobody@example.com" }, { password: "wrong" }]) {
      const input = form({ email: owner.email, password: PASSWORD, ...wrong });
      const { value, set } = await inConsole({}, () => signInAction(undefined, input));
      expect(value).toEqual({
        ok: false,
        problem: "refused",
        message: "The email, the password or the code is not right.",
        values: { email: input.get("email") },
      });
      expect(set).toEqual([]);
    }
  });

  test.each<[string, () => Promise<Cookies>]>([
    ["no cookie", async () => ({})],
    ["a cookie of nonsense", async () => ({ "idaas-session": "nonsense" })],
    [
      "one signed with another secret",
      () => claims({ epoch: 1 }, "another-secret-of-at-least-32-characters"),
    ],
    ["one of an earlier epoch", () => claims({ epoch: 0 })],
    ["one of a later epoch", () => claims({ epoch: 2 })],
    ["one without an epoch", () => claims({})],
    ["one that has expired", () => claims({ epoch: 1 }, AUTH_SECRET, -1)],
    ["one of nobody", () => claims({ epoch: 1, sub: "admin_nobody" })],
    [
      "one under the name that https has",
      async () => ({ "__Host-idaas-session": owner.cookies["idaas-session"] ?? "" }),
    ],
  ])("refused everywhere: %s", async (_, cookiesOf) => {
    const cookies = await cookiesOf();
    expect((await whoIs(cookies)).value).toBeUndefined();
    expect((await led({ cookies }, () => requireAdmin(admin.instanceId))).value).toBe("/sign-in");
    expect((await led({ cookies }, () => requireAdministrator())).value).toBe("/sign-in");
    const input = { administratorId: owner.id, role: "auditor" } as const;
    const { value } = await inConsole({ cookies }, () => setRoleAction(admin.instanceId, undefined, input));
    expect(value).toMatchObject({ ok: false, problem: "signed_out" });
    const own = await inConsole({ cookies }, () => signOutEverywhereAction(undefined, {}));
    expect(own.value).toMatchObject({ ok: false, problem: "signed_out" });
    expect((await listAdministrators(admin)).find(({ id }) => id === owner.id)?.role).toBe("owner");
    expect((await whoIs(owner.cookies)).value).toBe(owner.email);
  });

  const claims = async (token: object, secret = AUTH_SECRET, maxAge = 60): Promise<Cookies> => ({
    "idaas-session": await encode({ token: { sub: owner.id, ...token }, secret, maxAge }),
  });

  test("a disabled administrator's session ends at once", async () => {
    await database.query("UPDATE administrators SET disabled_at = now() WHERE id = $1", [owner.id]);
    expect((await whoIs(owner.cookies)).value).toBeUndefined();
  });

  test("another instance's id, an unknown one, and an id that is none are answered alike", async () => {
    const other = (await readyInstance()).admin;
    const before = await listAdministrators(other);
    for (const id of [other.instanceId, "idaas_unknown", "", "' OR 1=1"]) {
      expect((await led({ cookies: owner.cookies }, () => requireAdmin(id))).value).toBe("not found");
      const input = { email: owner.email, role: "owner" } as const;
      const { value } = await inConsole({ cookies: owner.cookies }, () =>
        addAdministratorAction(id, undefined, input),
      );
      const message = `No instance with the id ${JSON.stringify(id)} is known here.`;
      expect(value).toEqual({ ok: false, problem: "not_found", message, field: "id" });
    }
    expect(await listAdministrators(other)).toEqual(before);
  });

  test.each([
    null,
    "null",
    "https://evil.example",
    "http://console.test.evil.example",
    "http://console.test:81",
    "nonsense",
  ])("an action with the origin %s is refused", async (origin) => {
    const request = { cookies: owner.cookies, origin };
    const settings = { passwordPolicy: "unrestricted" } as const;
    const { value } = await inConsole(request, () =>
      setInstanceSettingsAction(admin.instanceId, undefined, settings),
    );
    expect(value).toMatchObject({ ok: false, problem: "foreign_origin" });
    const signIn = form({ email: owner.email, password: PASSWORD });
    const entered = await inConsole(request, () => signInAction(undefined, signIn));
    expect(entered).toMatchObject({ value: { ok: false, problem: "foreign_origin" }, set: [] });
    expect((await inConsole(request, signOut)).set).toEqual([]);
    const own = await inConsole(request, () => signOutEverywhereAction(undefined, {}));
    expect(own.value).toMatchObject({ ok: false, problem: "foreign_origin" });
  });

  test("the roles are held to: an auditor reads, an administrator changes settings, an owner people", async () => {
    const settings = { passwordPolicy: "common" } as const;
    const outcomes: Record<string, unknown[]> = {};
    for (const role of ["auditor", "administrator", "owner"] as const) {
      const { cookies, id } = await person(admin, role);
      expect((await inConsole({ cookies }, () => requireAdmin(admin.instanceId))).value).toMatchObject({
        role,
      });
      const results = [
        await inConsole({ cookies }, () => setInstanceSettingsAction(admin.instanceId, undefined, settings)),
        await inConsole({ cookies }, () =>
          setRoleAction(admin.instanceId, undefined, form({ administratorId: id, role: "owner" })),
        ),
      ];
      outcomes[role] = results.map(({ value }) => (value.ok ? "done" : value.problem));
    }
    expect(outcomes).toEqual({
      auditor: ["forbidden", "forbidden"],
      administrator: ["done", "forbidden"],
      owner: ["done", "done"],
    });
  });

  test("what an action is given by hand is checked by its schema", async () => {
    const forged = form({ administratorId: owner.id, role: "emperor", password: "geheim" });
    const act = () => setRoleAction(admin.instanceId, undefined, forged);
    expect((await inConsole({ cookies: owner.cookies }, act)).value).toEqual({
      ok: false,
      problem: "invalid_value",
      field: "role",
      message: "The role must be owner, administrator or auditor.",
      values: { administratorId: owner.id, role: "emperor" },
    });
  });

  test("a changed password ends the other sessions at once, and the old password", async () => {
    const elsewhere = owner.cookies;
    const input = form({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    const changed = await inConsole({ cookies: owner.cookies }, () => changePasswordAction(undefined, input));
    expect(changed.value).toEqual({ ok: true });
    expect((await whoIs(heldCookies(changed))).value).toBe(owner.email);
    expect((await whoIs(elsewhere)).value).toBeUndefined();
    const tried = await inConsole({}, () =>
      signInAction(undefined, { email: owner.email, password: PASSWORD }),
    );
    expect(tried.value).toMatchObject({ ok: false });
    const [entry] = await listAudit(admin);
    expect(entry).toMatchObject({
      action: "administrator.password",
      target: { id: owner.id },
      after: { password: true },
    });
    expect(JSON.stringify(entry)).not.toContain(NEW_PASSWORD);
  });

  test.each<[string, Record<string, string>, string]>([
    ["a wrong old password", { currentPassword: "wrong" }, "currentPassword"],
    ["no old password", { currentPassword: "" }, "currentPassword"],
    ["a weak new one", { newPassword: "weak" }, "newPassword"],
  ])("a password change with %s is refused on its field", async (_, wrong, field) => {
    const input = form({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD, ...wrong });
    const { value, set } = await inConsole({ cookies: owner.cookies }, () =>
      changePasswordAction(undefined, input),
    );
    expect(value).toMatchObject({ ok: false, field, values: {} });
    expect(set).toEqual([]);
    expect((await whoIs(owner.cookies)).value).toBe(owner.email);
  });

  test("the old password cannot be guessed through an open session", async () => {
    const messages: string[] = [];
    for (let guess = 0; guess < 6; guess++) {
      const input = form({ currentPassword: `guess ${guess}`, newPassword: NEW_PASSWORD });
      const { value } = await inConsole({ cookies: owner.cookies }, () =>
        changePasswordAction(undefined, input),
      );
      messages.push(value.ok ? "changed" : value.message);
    }
    expect(messages.at(3)).toMatch(/Wait 1 s before/);
    expect(messages.at(-1)).toMatch(/Wait \d+ s/);
  });

  test("of two password changes in one session at once, one counts", async () => {
    const change = (newPassword: string) =>
      inConsole({ cookies: owner.cookies }, () =>
        changePasswordAction(undefined, { currentPassword: PASSWORD, newPassword }),
      );
    const answers = await Promise.all([change(NEW_PASSWORD), change(`${NEW_PASSWORD}!`)]);
    expect(answers.filter(({ value }) => value.ok)).toHaveLength(1);
    const [lost] = answers.flatMap(({ value }) => (value.ok ? [] : [value.problem]));
    expect(["conflict", "signed_out"]).toContain(lost);
  });

  test("sign out ends this browser's session, sign out everywhere all of them", async () => {
    const out = await led({ cookies: owner.cookies }, signOut);
    expect(out.value).toBe("/sign-in");
    expect(out.set).toEqual([expect.stringMatching(/^idaas-session=; .*Max-Age=0/)]);
    expect((await whoIs(owner.cookies)).value).toBe(owner.email);
    const everywhere = await led({ cookies: owner.cookies }, () => signOutEverywhereAction(undefined, {}));
    expect(everywhere.value).toBe("/sign-in");
    expect((await whoIs(owner.cookies)).value).toBeUndefined();
  });

  test("the second factor from its QR code to its end", async () => {
    const offer = await inConsole({ cookies: owner.cookies }, () => offerSecondFactorAction(undefined, {}));
    if (!offer.value.ok || !offer.value.value) throw new Error("no offer");
    const { secret, sealed, qrCode } = offer.value.value;
    expect(qrCode).toMatch(/^data:image\/svg\+xml;base64,/);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();

    const someone = await person(admin, "owner");
    const enrol = (cookies: Cookies, wrong: Record<string, string> = {}) =>
      inConsole({ cookies }, () =>
        enrolSecondFactorAction(undefined, form({ sealed, code, currentPassword: PASSWORD, ...wrong })),
      );
    expect((await enrol(someone.cookies)).value).toMatchObject({ ok: false, field: "sealed" });
    expect((await enrol(owner.cookies, { code: "000000" })).value).toMatchObject({
      ok: false,
      field: "code",
    });
    expect((await enrol(owner.cookies, { currentPassword: "wrong" })).value).toMatchObject({
      field: "currentPassword",
    });

    const enrolled = await enrol(owner.cookies);
    expect(enrolled.value).toMatchObject({ ok: true, value: { recoveryCodes: { length: 10 } } });
    expect((await whoIs(owner.cookies)).value).toBeUndefined();
    const cookies = heldCookies(enrolled);
    expect((await whoIs(cookies)).value).toBe(owner.email);
    const input = { email: owner.email, password: PASSWORD };
    const asked = await inConsole({}, () => signInAction(undefined, input));
    expect(asked).toMatchObject({ value: { ok: true, value: { codeWanted: true } }, set: [] });
    const replayed = await inConsole({}, () => signInAction(undefined, { ...input, code }));
    expect(replayed.value).toMatchObject({ ok: false, field: "code" });

    const proof = form({ currentPassword: PASSWORD });
    const renewed = await inConsole({ cookies }, () => renewRecoveryCodesAction(undefined, proof));
    if (!renewed.value.ok || !renewed.value.value) throw new Error("no codes");
    const [recovery = ""] = renewed.value.value.recoveryCodes;
    const entered = await led({}, () => signInAction(undefined, { ...input, code: recovery }));
    expect(entered.value).toBe("/instances");
    const removed = await inConsole({ cookies: heldCookies(entered) }, () =>
      removeSecondFactorAction(undefined, proof),
    );
    expect(removed.value).toEqual({ ok: true });
    expect((await led({}, () => signInAction(undefined, input))).value).toBe("/instances");
  });
});
