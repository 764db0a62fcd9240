import NextAuth, { type NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { clientAddress, headersOrigin } from "@/lib/address";
import type { SessionStart } from "@/lib/directory/administrators/session/session";
import { signIn, signInByVerifiedEmail } from "@/lib/directory/administrators/sign-in/sign-in";
import { authSecret, env, type OidcSettings } from "@/lib/env";
import { logger } from "@/lib/log";
import { cookiesOf, formOf, HandlerAnswer } from "./handler-answer";

// The only file that knows next-auth, so that another library in its place costs one file.
// It is called in the form of Next's pages API, with a request made here: so it sees the origin of
// lib/address.ts and no header that a client forged, in route functions and elsewhere alike.

/** What the session's cookie holds: encrypted and authenticated under AUTH_SECRET. */
const Claims = z.object({ sub: z.string(), epoch: z.int(), iat: z.int(), exp: z.int() });

export interface SessionClaims extends SessionStart {
  readonly signedInAt: Date;
  readonly expiresAt: Date;
}

/** `__Host-` lets no neighbouring host set the cookie; browsers take it over https alone. */
export function sessionCookie(origin: string) {
  const secure = origin.startsWith("https:");
  return {
    name: secure ? "__Host-idaas-session" : "idaas-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

export function sessionSeconds(): number {
  return env().sessionHours * 60 * 60;
}

export function encodeSession({ id, epoch }: SessionStart): Promise<string> {
  return encode({ token: { sub: id, epoch }, secret: authSecret(), maxAge: sessionSeconds() });
}

/** Undefined when it was not made here, was altered, or has expired. */
export async function decodeSession(text: string): Promise<SessionClaims | undefined> {
  const payload = await decode({ token: text, secret: authSecret() }).catch(() => null);
  const { data } = Claims.safeParse(payload);
  if (!data || data.exp * 1000 <= Date.now()) return undefined;
  const { sub, epoch, iat, exp } = data;
  return { id: sub, epoch, signedInAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
}

/** The ways that lead to a session or out of one. The others would prolong it, or take a client's log lines. */
const SERVED = new Set(["csrf", "signin", "callback", "signout", "error"]);

/** Answers below /api/auth. @param segments the path below it */
export async function authResponse(request: Request, segments: readonly string[]): Promise<Response> {
  if (!SERVED.has(segments[0] ?? "")) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const form = request.method === "POST" ? await formOf(request) : {};
  return handled(request.headers, {
    method: request.method,
    segments,
    query: Object.fromEntries(searchParams),
    body: form,
    cookies: cookiesOf(request.headers.get("cookie") ?? ""),
  });
}

/** Sends the browser to the company's sign-in. */
export async function oidcRedirect(headers: Headers): Promise<Response> {
  if (!env().oidc) return new Response(null, { status: 404 });
  const csrf = await handled(headers, {
    method: "GET",
    segments: ["csrf"],
    query: {},
    body: {},
    cookies: {},
  });
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  const pairs = csrf.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  return handled(headers, {
    method: "POST",
    segments: ["signin", "oidc"],
    query: {},
    body: { csrfToken, callbackUrl: "/instances" },
    cookies: cookiesOf(pairs.join("; ")),
  });
}

function authOptions(headers: Headers): NextAuthOptions {
  const origin = headersOrigin(headers);
  const address = clientAddress(headers);
  const { oidc } = env();
  let begun: SessionStart | undefined;
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: sessionSeconds() },
    jwt: { maxAge: sessionSeconds() },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    useSecureCookies: origin.startsWith("https:"),
    cookies: { sessionToken: sessionCookie(origin) },
    providers: [
      Credentials({
        credentials: { email: {}, password: { type: "password" }, code: {} },
        authorize: async (given) => {
          begun = await sessionOf(given, address);
          return { id: begun.id };
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.type === "oauth") begun = await sessionOfProfile(profile);
        return begun !== undefined;
      },
      jwt: ({ token }) => (begun ? { sub: begun.id, epoch: begun.epoch } : token),
    },
    logger: {
      error: (code, metadata) => {
        const reason = metadata instanceof Error ? metadata.message : metadata.error?.message;
        logger().warn({ code, reason }, "A sign-in failed.");
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

const Given = z.object({ email: z.string(), password: z.string(), code: z.string().optional() });

/** @throws Error of which the message becomes `error` in the address of the sign-in page */
async function sessionOf(given: unknown, address: string): Promise<SessionStart> {
  const { data } = Given.safeParse(given);
  if (!data) throw new Error("refused");
  const outcome = await signIn(data, address);
  if (outcome.kind === "signed_in") return outcome.session;
  throw new Error(outcome.kind);
}

const Profile = z.object({ email: z.string(), email_verified: z.literal(true) });

/** An email that the provider has not verified may be anybody's. */
async function sessionOfProfile(profile: unknown): Promise<SessionStart | undefined> {
  const { data } = Profile.safeParse(profile);
  return data && signInByVerifiedEmail(data.email);
}

function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings): OAuthConfig<{ sub: string }> {
  return {
    id: "oidc",
    name,
    type: "oauth",
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid email" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: ({ sub }) => ({ id: sub }),
  };
}

interface HandlerRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

type HandlerInput = Omit<HandlerRequest, "headers"> & { readonly segments: readonly string[] };

async function handled(headers: Headers, { segments, query, ...input }: HandlerInput): Promise<Response> {
  const { protocol, host } = new URL(headersOrigin(headers));
  // next-auth takes the origin from the request only where this says so, and from NEXTAUTH_URL before that.
  Reflect.set(process.env, "AUTH_TRUST_HOST", "true");
  Reflect.deleteProperty(process.env, "NEXTAUTH_URL");
  const handle: (request: HandlerRequest, answer: HandlerAnswer) => Promise<void> = NextAuth(
    authOptions(headers),
  );
  const answer = new HandlerAnswer();
  const from = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
  await handle({ ...input, query: { ...query, nextauth: segments }, headers: from }, answer);
  return answer.response();
}
