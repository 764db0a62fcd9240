import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external.js";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external.js";
import { createRequestStore } from "next/dist/server/async-storage/request-store.js";
import { createWorkStore } from "next/dist/server/async-storage/work-store.js";
import { encodeSession } from "@/lib/auth/next-auth";
import type { SessionStart } from "@/lib/directory/administrators/session/session";

const ORIGIN = "http://console.test";

export interface ConsoleRequest {
  /** By name. */
  readonly cookies?: Readonly<Record<string, string>>;
  /** null: none is sent. */
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ConsoleAnswer<T> {
  readonly value: T;
  /** The Set-Cookie lines. */
  readonly set: readonly string[];
}

/**
 * Does the work as Next does that of a server action: in the scope of a request, which
 * `headers()` and `cookies()` read. The stores are Next's own.
 */
export async function inConsole<T>(
  { cookies = {}, origin = ORIGIN, headers: more = {} }: ConsoleRequest,
  work: () => Promise<T>,
): Promise<ConsoleAnswer<T>> {
  const headers = new Headers({ host: new URL(ORIGIN).host, ...more });
  if (origin !== null) headers.set("origin", origin);
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  if (pairs.length > 0) headers.set("cookie", pairs.join("; "));
  let set: readonly string[] = [];
  const request = createRequestStore({
    phase: "action",
    headers,
    onUpdateCookies: (lines) => {
      set = lines;
    },
    url: { pathname: "/" },
    rootParams: {},
    implicitTags: { tags: [], expirationsByCacheKind: new Map() },
    resumeDataCache: null,
    previewProps: undefined,
    isHmrRefresh: false,
    serverComponentsHmrCache: undefined,
    hmrRefreshHash: undefined,
    stagedFallbackParams: null,
  });
  const value = await workAsyncStorage.run(workStore(), () => workUnitAsyncStorage.run(request, work));
  return { value, set };
}

/** A cookie as the sign-in sets it. */
export async function sessionCookies(session: SessionStart): Promise<Record<string, string>> {
  return { "idaas-session": await encodeSession(session) };
}

/** The cookies that a browser holds after an answer. */
export function heldCookies({ set }: { readonly set: readonly string[] }): Record<string, string> {
  const held: Record<string, string> = {};
  for (const line of set) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name && value) held[name] = decodeURIComponent(value);
  }
  return held;
}

/** What Next makes of what an action throws: where it leads, or "not found". */
export function navigationOf(error: unknown): string {
  const digest: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "digest") : undefined;
  if (typeof digest !== "string") throw error;
  if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return "not found";
  return digest.split(";")[2] ?? digest;
}

function workStore() {
  return createWorkStore({
    page: "/page",
    renderOpts: {
      cacheLifeProfiles: { default: { stale: 0, revalidate: 0, expire: 0 } },
      staticPageGenerationTimeout: 60,
      cacheComponents: false,
      validationLevel: "warning",
      experimental: {
        isRoutePPREnabled: false,
        authInterrupts: false,
        useCacheTimeout: 60,
        durableUseCacheEntries: false,
      },
      waitUntil: undefined,
      onClose: () => {},
      onAfterTaskError: undefined,
    },
    deploymentId: "",
    buildId: "test",
    previouslyRevalidatedTags: [],
  });
}
