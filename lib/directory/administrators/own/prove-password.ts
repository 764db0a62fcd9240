import { verifyPassword } from "../../accounts/password-hash";
import { refused } from "../../error";
import type { Self } from "../session/session";
import { attemptKeys } from "../sign-in/attempt";
import { beginAttempt, forgiveAttempt } from "../sign-in/store";
import { ownSecrets } from "./store";

/**
 * Who finds a session open must not become its owner. Failures count like those at the
 * sign-in, so that this is no quicker way to guess.
 *
 * @returns the sealed secret of the second factor, if there is one
 * @throws DirectoryError refused, with the seconds to wait
 */
export async function provePassword(
  { id, email, actor }: Self,
  password: string,
  now: Date,
): Promise<string | undefined> {
  const keys = attemptKeys(email, actor.address);
  const attempt = await beginAttempt(keys, now);
  if (attempt.kind === "wait") {
    throw refused(`Too many attempts failed. Wait ${attempt.seconds} s, then try again.`, "currentPassword");
  }
  const secrets = await ownSecrets(id);
  if (!secrets || !(await verifyPassword(secrets.passwordHash, password))) {
    const wait = attempt.nextWaitSeconds > 0 ? ` Wait ${attempt.nextWaitSeconds} s before the next try.` : "";
    throw refused(`That is not your current password.${wait}`, "currentPassword");
  }
  await forgiveAttempt(keys, now);
  return secrets.totpSecret;
}
