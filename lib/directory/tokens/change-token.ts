import { type Admin, requireRole } from "../actor";
import { lockApplication } from "../applications/store";
import { type Change, change } from "../change/store";
import { notFound, refused } from "../error";
import { deleteTokenRow, tokensOf, updateTokenEnabled } from "./store";
import { mayReplace, type Token, tokenLabel } from "./token";

/** One of an application's tokens, with the others, while the application's row is held. */
interface HeldToken {
  readonly tx: Change;
  readonly token: Token;
  readonly others: readonly Token[];
  /** Appends the audit entry of the change. */
  record(action: "token.enable" | "token.disable" | "token.delete"): Promise<void>;
}

/** @throws DirectoryError not_found */
export async function enableToken(admin: Admin, applicationId: string, tokenId: string): Promise<void> {
  await changeToken(admin, applicationId, tokenId, new Date(), async ({ tx, token, record }) => {
    if (token.enabled) return;
    await updateTokenEnabled(tx, token.id, true);
    await record("token.enable");
  });
}

/**
 * From here on the token is refused at once, on every node.
 *
 * @throws DirectoryError not_found; refused for the last enabled unexpired one
 */
export async function disableToken(
  admin: Admin,
  applicationId: string,
  tokenId: string,
  now = new Date(),
): Promise<void> {
  await changeToken(admin, applicationId, tokenId, now, async ({ tx, token, others, record }) => {
    if (!token.enabled) return;
    if (!others.some((other) => mayReplace(other, token, now))) {
      throw refused(
        `The token ${tokenLabel(token)} is the last enabled one of the application, and at least one stays enabled. Create or enable another token and switch the client to it first.`,
      );
    }
    await updateTokenEnabled(tx, token.id, false);
    await record("token.disable");
  });
}

/** @throws DirectoryError not_found; refused while the token is enabled */
export async function deleteToken(admin: Admin, applicationId: string, tokenId: string): Promise<void> {
  await changeToken(admin, applicationId, tokenId, new Date(), async ({ tx, token, record }) => {
    if (token.enabled) {
      throw refused(
        `The token ${tokenLabel(token)} is enabled, and only a disabled token can be deleted. Disable it first.`,
      );
    }
    await deleteTokenRow(tx, token.id);
    await record("token.delete");
  });
}

async function changeToken(
  admin: Admin,
  applicationId: string,
  tokenId: string,
  now: Date,
  work: (held: HeldToken) => Promise<void>,
): Promise<void> {
  requireRole(admin, "administrator");
  await change(
    admin,
    async (tx) => {
      await lockApplication(tx, applicationId);
      const tokens = await tokensOf(tx, applicationId);
      const token = tokens.find(({ id }) => id === tokenId);
      if (!token) throw notFound("token", tokenId);
      const others = tokens.filter(({ id }) => id !== tokenId);
      const target = { type: "token", id: tokenId, name: tokenLabel(token) } as const;
      const before = { applicationId, enabled: token.enabled, expiresAt: token.expiresAt };
      const record = (action: "token.enable" | "token.disable" | "token.delete") => {
        const after = action === "token.delete" ? null : { ...before, enabled: !token.enabled };
        return tx.audit(action, target, before, after);
      };
      await work({ tx, token, others, record });
    },
    {},
    now,
  );
}
