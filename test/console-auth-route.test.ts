import "./console-environment";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as startOidc } from "@/app/(auth)/sign-in/oidc/route";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { decodeSession } from "@/lib/auth/next-auth";
import { closeDatabase, useDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import { addAdministrator } from "@/lib/directory/administrators/add-administrator";
import { heldCookies } from "./console-request";
import { testDatabases } from "./databases";
import { type OpenIdProvider, openIdProvider } from "./openid-provider";
import { readyInstance } from "./ready-application";

const PASSWORD = "Correct-horse-7";
const HOSTS = { "http:": "console.test", "https:": "id.example.com" } as const;

type Protocol = keyof typeof HOSTS;

let provider: OpenIdProvider;

beforeAll(async () => {
  provider = await openIdProvider("console", "geheim");
  // Read once, at the first request.
  Object.assign(process.env, {
    TRUST_PROXY: "1",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "console",
    OIDC_CLIENT_SECRET: "geheim",
    // What next-auth believes before the request, were it left there.
    NEXTAUTH_URL: "https://elsewhere.example",
  });
});

afterAll(() => provider.close());

describe.each(testDatabases())("$kind", ({ open }) => {
  let database: Database;
  let email = "";
  let id = "";
  beforeAll(async () => {
    database = await open();
    useDatabase(database);
    const { admin } = await readyInstance();
    email = "Owner@example.com";
    id = (await addAdministrator(admin, { email, role: "owner", password: PASSWORD })).id;
  });
  afterAll(() => closeDatabase());
  beforeEach(() => database.query("DELETE FROM sign_in_attempts"));

  const held = (response: Response) => heldCookies({ set: response.headers.getSetCookie() });

  async function call(
    path: string,
    {
      protocol = "http:",
      cookies = {},
      body,
    }: { protocol?: Protocol; cookies?: object; body?: Record<string, string> } = {},
  ): Promise<Response> {
    const [pathname = ""] = path.split("?");
    const headers = {
      host: "10.0.0.7:3000",
      "x-forwarded-host": HOSTS[protocol],
      "x-forwarded-proto": protocol.slice(0, -1),
      cookie: Object.entries(cookies)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("; "),
    };
    const init = body ? { method: "POST", headers, body: new URLSearchParams(body) } : { headers };
    const request = new Request(`http://10.0.0.7:3000${path}`, init);
    if (pathname === "/sign-in/oidc") return startOidc(request);
    const context = { params: Promise.resolve({ nextauth: pathname.split("/").slice(3) }) };
    return body ? POST(request, context) : GET(request, context);
  }

  async function post(
    path: string,
    body: Record<string, string>,
    protocol: Protocol = "http:",
  ): Promise<Response> {
    const csrf = await call("/api/auth/csrf", { protocol });
    const { csrfToken } = await csrf.json();
    return call(path, { protocol, cookies: held(csrf), body: { csrfToken, ...body } });
  }

  test.each<[Protocol, RegExp]>([
    ["http:", /^idaas-session=[^;]+; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/],
    ["https:", /^__Host-idaas-session=[^;]+; .*Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/],
  ])("credentials over %s give a session", async (protocol, form) => {
    const response = await post("/api/auth/callback/credentials", { email, password: PASSWORD }, protocol);
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(`${protocol}//${HOSTS[protocol]}`);
    const cookie = response.headers.getSetCookie().find((line) => line.includes("idaas-session"));
    expect(cookie?.replace(/^((?:__Host-)?idaas-session=[^;]+);(?! Max)/, "$1; Max-Age=43200;")).toMatch(
      form,
    );
    expect(response.headers.getSetCookie().some((line) => /Domain=/i.test(line))).toBe(false);
    const [value = ""] = Object.entries(held(response)).flatMap(([name, text]) =>
      name.includes("idaas") ? [text] : [],
    );
    expect(await decodeSession(value)).toMatchObject({ id, epoch: 1 });
  });

  test("wrong credentials, and right ones without the anti-forgery token, give none", async () => {
    const wrong = await post("/api/auth/callback/credentials", { email, password: "wrong" });
    expect(wrong.headers.get("location")).toContain("error=refused");
    const forged = await call("/api/auth/callback/credentials", { body: { email, password: PASSWORD } });
    for (const response of [wrong, forged])
      expect(JSON.stringify(held(response))).not.toContain("idaas-session");
  });

  test.each(["/api/auth/session", "/api/auth/providers", "/api/auth/_log", "/api/auth/nonsense"])(
    "%s is not served",
    async (path) => {
      expect((await call(path)).status).toBe(404);
      expect((await post(path, {})).status).toBe(404);
    },
  );

  test("a callback to another origin is not followed", async () => {
    const body = { email, password: PASSWORD, callbackUrl: "https://evil.example/" };
    const response = await post("/api/auth/callback/credentials", body);
    expect(response.headers.get("location")).toBe("http://console.test");
  });

  async function throughProvider(claims: Record<string, unknown>, alter = (query: URLSearchParams) => query) {
    const away = await call("/sign-in/oidc", { protocol: "https:" });
    const location = away.headers.get("location") ?? "";
    const query = alter(approve(location, claims));
    return call(`/api/auth/callback/oidc?${query}`, { protocol: "https:", cookies: held(away) });
  }

  const approve = (location: string, claims: Record<string, unknown>) => {
    const asked = new URL(location).searchParams;
    expect(asked.get("redirect_uri")).toBe("https://id.example.com/api/auth/callback/oidc");
    expect(asked.get("code_challenge_method")).toBe("S256");
    return provider.approve(location, claims);
  };

  test("a verified email that an administrator has signs in through the company's provider", async () => {
    const response = await throughProvider({ email: email.toLowerCase(), email_verified: true });
    expect(response.headers.get("location")).toBe("https://id.example.com/instances");
    expect(await decodeSession(held(response)["__Host-idaas-session"] ?? "")).toMatchObject({ id, epoch: 1 });
  });

  test.each<[string, Record<string, unknown>]>([
    ["unverified", { email: "owner@example.com", email_verified: false }],
    ["not said to be verified", { email: "owner@example.com" }],
    ["verified by a text", { email: "owner@example.com", email_verified: "true" }],
    ["unknown", { email: "stranger@example.com", email_verified: true }],
    ["missing", { email_verified: true }],
    ["meant for another client", { email: "owner@example.com", email_verified: true, aud: "another" }],
    ["with another nonce", { email: "owner@example.com", email_verified: true, nonce: "another" }],
  ])("an email that is %s does not sign in", async (_, claims) => {
    const response = await throughProvider(claims);
    expect(response.headers.get("location")).toMatch(/error/);
    expect(held(response)).not.toHaveProperty("__Host-idaas-session");
  });

  test("neither does an answer of the provider that this browser did not ask for", async () => {
    const claims = { email, email_verified: true };
    const forged = await throughProvider(claims, (query) => {
      query.set("state", "forged");
      return query;
    });
    const away = await call("/sign-in/oidc", { protocol: "https:" });
    const query = approve(away.headers.get("location") ?? "", claims);
    const without = await call(`/api/auth/callback/oidc?${query}`, { protocol: "https:" });
    for (const response of [forged, without])
      expect(held(response)).not.toHaveProperty("__Host-idaas-session");
  });
});
