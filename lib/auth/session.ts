import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { clientAddress, headersOrigin } from "@/lib/address";
import type { Admin } from "@/lib/directory/actor";
import {
  enterInstance,
  findSelf,
  type Self,
  type SessionStart,
} from "@/lib/directory/administrators/session/session";
import { DirectoryError } from "@/lib/directory/error";
import { decodeSession, encodeSession, sessionCookie, sessionSeconds } from "./next-auth";

/** Who is signed in, and since when. */
export interface CurrentAdministrator extends Self {
  readonly signedInAt: Date;
  readonly expiresAt: Date;
}

/**
 * Whose session the request carries; undefined without one that holds. The database is asked
 * each time: "sign out everywhere", a new password and a disabled administrator count at once.
 */
export const currentAdministrator = cache(async (): Promise<CurrentAdministrator | undefined> => {
  const sent = await headers();
  const text = (await cookies()).get(sessionCookie(headersOrigin(sent)).name)?.value;
  const claims = text === undefined ? undefined : await decodeSession(text);
  if (!claims) return undefined;
  const self = await findSelf(claims, clientAddress(sent));
  if (!self) return undefined;
  return { ...self, signedInAt: claims.signedInAt, expiresAt: claims.expiresAt };
});

/** For pages outside the instances. Without a session: to the sign-in. */
export async function requireAdministrator(): Promise<CurrentAdministrator> {
  return (await currentAdministrator()) ?? redirect("/sign-in");
}

/**
 * For the pages of an instance. Without a session: to the sign-in. An instance that is
 * unknown, or in which the administrator has no role: page not found, alike.
 */
export const requireAdmin = cache(async (instanceId: string): Promise<Admin> => {
  const self = await requireAdministrator();
  try {
    return await enterInstance(self, instanceId);
  } catch (error) {
    if (error instanceof DirectoryError && error.problem === "not_found") notFound();
    throw error;
  }
});

/** Signs the browser in. In actions and route functions only. */
export async function startSession(session: SessionStart): Promise<void> {
  const { name, options } = sessionCookie(headersOrigin(await headers()));
  (await cookies()).set(name, await encodeSession(session), { ...options, maxAge: sessionSeconds() });
}

/** Signs this browser out. In actions and route functions only. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie(headersOrigin(await headers()));
  // delete() would leave out `Secure`, without which browsers refuse to touch a __Host- cookie.
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
