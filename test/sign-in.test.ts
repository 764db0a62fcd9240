import "./console-environment";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, useDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import type { Actor } from "@/lib/directory/actor";
import { createAdministrator } from "@/lib/directory/administrators/create-administrator";
import { enrolSecondFactor, offerSecondFactor } from "@/lib/directory/administrators/own/second-factor";
import { resetAdministrator, switchAdministrator } from "@/lib/directory/administrators/rescue";
import { FIRST_EPOCH, findSelf, type Self } from "@/lib/directory/administrators/session/session";
import { signIn, signInByVerifiedEmail } from "@/lib/directory/administrators/sign-in/sign-in";
import { testDatabases } from "./databases";

const COMMAND: Actor = { kind: "command_line", id: "test", name: "test", address: "local" };
const PASSWORD = "Correct-horse-7";
const SECOND = 1000;

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  let made = 0;
  // Each test counts from an address of its own and at its own hour.
  let address = "";
  let hour = Date.UTC(2026, 10, 24);
  const later = (seconds: number) => new Date(hour + seconds * SECOND);

  beforeAll(async () => {
    database = await open();
    useDatabase(database);
  });
  afterAll(() => closeDatabase());

  async function somebody(): Promise<{ email: string; self: Self }> {
    made += 1;
    hour += 48 * 60 * 60 * SECOND;
    address = `192.0.2.${made}`;
    const email = `Person${made}@example.com`;
    const { id } = await createAdministrator(COMMAND, { email, password: PASSWORD });
    const self = await findSelf({ id, epoch: FIRST_EPOCH }, address);
    if (!self) throw new Error("no session");
    return { email, self };
  }

  const attempt = (email: string, password: string, seconds: number, code?: string, from = address) =>
    signIn({ email, password, code }, from, later(seconds));

  test("email, whatever its case, and password begin a session", async () => {
    const { email, self } = await somebody();
    const session = { id: self.id, epoch: FIRST_EPOCH };
    expect(await attempt(` ${email.toUpperCase()}`, PASSWORD, 0)).toEqual({ kind: "signed_in", session });
  });

  test("a wrong password, an unknown email and a disabled administrator get one answer", async () => {
    const { email } = await somebody();
    const answers = [
      await attempt(email, "wrong", 0),
      await attempt("nobody@example.com", PASSWORD, 0, undefined, "198.51.100.1"),
    ];
    await database.query("UPDATE administrators SET disabled_at = now() WHERE email = $1", [email]);
    answers.push(await attempt(email, PASSWORD, 0, undefined, "198.51.100.2"));
    for (const answer of answers) expect(answer).toEqual({ kind: "refused", waitSeconds: 0 });
    expect(await signInByVerifiedEmail(email)).toBeUndefined();
  });

  test.each(["an account", "an email that nobody has"])(
    "the delay grows with the failures of %s",
    async (whose) => {
      const { email } = await somebody();
      const tried = whose === "an account" ? email : `no-${email}`;
      const delays: number[] = [];
      let seconds = 0;
      for (let failure = 1; failure <= 14; failure++) {
        const outcome = await attempt(tried, "wrong", seconds, undefined, `${address}-${failure}`);
        if (outcome.kind !== "refused") throw new Error(outcome.kind);
        const wait = outcome.waitSeconds;
        delays.push(wait);
        // From another address, and with the right password: nobody goes round it.
        if (wait > 0)
          expect(await attempt(tried, PASSWORD, seconds)).toEqual({ kind: "wait", seconds: wait });
        seconds += wait;
      }
      expect(delays).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    },
  );

  test("who waited signs in, and begins anew", async () => {
    const { email } = await somebody();
    for (let failure = 0; failure < 5; failure++) await attempt(email, "wrong", failure * 10);
    expect(await attempt(email, PASSWORD, 41)).toEqual({ kind: "wait", seconds: 1 });
    expect(await attempt(email, PASSWORD, 42)).toMatchObject({ kind: "signed_in" });
    expect(await attempt(email, "wrong", 43)).toEqual({ kind: "refused", waitSeconds: 0 });
  });

  test("failures are forgotten after a day", async () => {
    const { email } = await somebody();
    for (let failure = 0; failure < 6; failure++) await attempt(email, "wrong", failure * 10);
    expect(await attempt(email, "wrong", 25 * 60 * 60)).toEqual({ kind: "refused", waitSeconds: 0 });
  });

  test("an address that fails with many emails waits, and its own sign-ins clear nothing", async () => {
    const { email } = await somebody();
    for (let failure = 1; failure <= 20; failure++) {
      expect(await attempt(`guess${failure}@example.org`, "wrong", 0)).toMatchObject({ waitSeconds: 0 });
      expect(await attempt(email, PASSWORD, 0)).toMatchObject({ kind: "signed_in" });
    }
    expect(await attempt("guess21@example.org", "wrong", 0)).toEqual({ kind: "refused", waitSeconds: 1 });
    expect(await attempt("guess22@example.org", "wrong", 0)).toEqual({ kind: "wait", seconds: 1 });
    expect(await attempt(email, PASSWORD, 0)).toEqual({ kind: "wait", seconds: 1 });
    expect(await attempt(email, PASSWORD, 0, undefined, "203.0.113.9")).toMatchObject({ kind: "signed_in" });
  });

  test("guesses at the same time pass no more often than one after the other", async () => {
    const { email } = await somebody();
    const guesses = Array.from({ length: 12 }, () => attempt(email, "wrong", 0));
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter(({ kind }) => kind === "refused")).toHaveLength(4);
    expect(outcomes.filter(({ kind }) => kind === "wait")).toHaveLength(8);
  });

  test("the operator resets, disables and enables; nobody else does", async () => {
    const { email, self } = await somebody();
    const password = "Battery-staple-8";
    await expect(resetAdministrator(self.actor, { email, password })).rejects.toMatchObject({
      problem: "forbidden",
    });
    await expect(switchAdministrator(self.actor, email, false)).rejects.toMatchObject({
      problem: "forbidden",
    });
    await resetAdministrator(COMMAND, { email: email.toUpperCase(), password });
    expect(await findSelf(self, address)).toBeUndefined();
    expect(await attempt(email, PASSWORD, 0)).toMatchObject({ kind: "refused" });
    expect(await attempt(email, password, 0)).toMatchObject({ kind: "signed_in" });
    await switchAdministrator(COMMAND, email, false);
    expect(await attempt(email, password, 0)).toMatchObject({ kind: "refused" });
    await switchAdministrator(COMMAND, email, true);
    expect(await attempt(email, password, 0)).toMatchObject({ kind: "signed_in" });
    const nobody = switchAdministrator(COMMAND, "nobody@example.com", true);
    await expect(nobody).rejects.toMatchObject({ problem: "not_found" });
  });

  describe("with a second factor", () => {
    async function enrolled() {
      const { email, self } = await somebody();
      const { secret, sealed } = offerSecondFactor(self);
      const codeAt = (seconds: number) =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: later(seconds).getTime() });
      const input = { sealed, code: codeAt(0), currentPassword: PASSWORD };
      const { recoveryCodes } = await enrolSecondFactor(self, input, later(0));
      return { email, secret, codeAt, recoveryCodes, self };
    }

    test("the password alone is asked for a code, each code works once", async () => {
      const { email, codeAt } = await enrolled();
      expect(await attempt(email, PASSWORD, 60)).toEqual({ kind: "code_wanted" });
      expect(await attempt(email, PASSWORD, 60, "")).toEqual({ kind: "code_wanted" });
      expect(await attempt(email, "wrong", 60, codeAt(60))).toMatchObject({ kind: "refused" });
      const both = [1, 2].map(() => attempt(email, PASSWORD, 60, ` ${codeAt(60)} `));
      const kinds = (await Promise.all(both)).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(["refused", "signed_in"]);
      expect(await attempt(email, PASSWORD, 61, codeAt(60))).toMatchObject({ kind: "refused" });
      expect(await attempt(email, PASSWORD, 90, codeAt(120))).toMatchObject({ kind: "signed_in" });
    });

    test("wrong codes count, right passwords in between do not help", async () => {
      const { email } = await enrolled();
      const kinds: string[] = [];
      for (let guess = 0; guess < 6; guess++) {
        await attempt(email, PASSWORD, 60);
        kinds.push((await attempt(email, PASSWORD, 60, `00000${guess}`)).kind);
      }
      expect(kinds).toEqual(["refused", "refused", "refused", "refused", "wait", "wait"]);
    });

    test("a recovery code works in place of one, once, however it is typed", async () => {
      const { email, recoveryCodes } = await enrolled();
      expect(new Set(recoveryCodes).size).toBe(10);
      const [first = ""] = recoveryCodes;
      const typed = first.toUpperCase().replaceAll("-", " ");
      expect(await attempt(email, PASSWORD, 60, typed)).toMatchObject({ kind: "signed_in" });
      expect(await attempt(email, PASSWORD, 60, first)).toMatchObject({ kind: "refused" });
      await resetAdministrator(COMMAND, { email, password: PASSWORD });
      expect(await attempt(email, PASSWORD, 60)).toMatchObject({ kind: "signed_in" });
    });

    test("neither the secret nor a recovery code is kept as it is", async () => {
      const { self, secret, recoveryCodes } = await enrolled();
      const [row] = await database.query("SELECT * FROM administrators WHERE id = $1", [self.id]);
      const kept = JSON.stringify(row);
      for (const plain of [secret, ...recoveryCodes, PASSWORD]) expect(kept).not.toContain(plain);
    });
  });
});
