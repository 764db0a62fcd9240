import { readFile, writeFile } from "node:fs/promises";
import { type Browser, type BrowserContext, test as base } from "@playwright/test";
import { z } from "zod";
import { OWNER, signIn } from "./sign-in";

const Facts = z.strictObject({
  instanceId: z.string(),
  applicationId: z.string(),
  oldToken: z.string(),
  token: z.string(),
});

/** What the first run made, for the tests after it. */
export type Facts = z.infer<typeof Facts>;

const variable = (name: "CONSOLE_URL" | "CONSOLE_STATE"): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the server was not started.`);
  return value;
};

/** `http://127.0.0.1:PORT` */
export const consoleUrl = () => variable("CONSOLE_URL");

export async function keepFacts(facts: Facts): Promise<void> {
  await writeFile(variable("CONSOLE_STATE"), JSON.stringify(facts));
}

export async function readFacts(): Promise<Facts> {
  return Facts.parse(JSON.parse(await readFile(variable("CONSOLE_STATE"), "utf8")));
}

/** Pages stand on the server that was started for the tests. */
export const test = base.extend({
  baseURL: async ({ browserName: _ }, use) => use(consoleUrl()),
});

/** A browser of its own for somebody who has signed in. */
export async function browserOf(
  browser: Browser,
  email: string = OWNER.email,
  password: string = OWNER.password,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: consoleUrl(),
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await signIn(await context.newPage(), email, password);
  return context;
}
