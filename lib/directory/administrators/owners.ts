import { notFound, refused } from "../error";
import type { Administrator } from "./administrator";

/** @throws DirectoryError not_found, for an administrator of other instances alone too */
export function administratorNamed(administrators: readonly Administrator[], id: string): Administrator {
  const administrator = administrators.find((other) => other.id === id);
  if (!administrator) throw notFound("administrator", id);
  return administrator;
}

/**
 * For who takes the role of owner from `id`, while the instance's administrators are held.
 * A disabled owner does not count: it cannot sign in.
 *
 * @throws DirectoryError refused when nobody else is an owner
 */
export function keepAnOwner(administrators: readonly Administrator[], id: string): void {
  const { email, role } = administratorNamed(administrators, id);
  if (role !== "owner") return;
  if (administrators.some((other) => other.role === "owner" && !other.disabled && other.id !== id)) return;
  throw refused(`${email} is the last owner of the instance. Make somebody else an owner first.`, "role");
}
