import type { z } from "zod";
import { type Admin, requireRole } from "../actor";
import { lockApplication } from "../applications/store";
import { change } from "../change/store";
import { type DirectoryError, refused } from "../error";
import { newId } from "../id";
import { checked } from "../input";
import { insertToken, tokensOf } from "./store";
import { type Token, tokenLabel } from "./token";
import { digestToken, newTokenText } from "./token-format";
import { expiryOf, Validity } from "./validity";

const SLOTS = [1, 2] as const;

/** The one time that a token is shown. */
export interface IssuedToken {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * A new token, enabled.
 *
 * @throws DirectoryError not_found on the application; invalid_value on the validity;
 * refused when the application has two
 */
export async function issueToken(
  admin: Admin,
  applicationId: string,
  input: z.input<typeof Validity>,
  now = new Date(),
): Promise<IssuedToken> {
  requireRole(admin, "administrator");
  const expiresAt = expiryOf(checked(Validity, input), now);
  const id = newId("token");
  const token = newTokenText();
  const digest = digestToken(token);
  await change(
    admin,
    async (tx) => {
      const application = await lockApplication(tx, applicationId);
      const others = await tokensOf(tx, applicationId);
      const slot = SLOTS.find((candidate) => !others.some((other) => other.slot === candidate));
      if (slot === undefined) throw twoAlready(application.name, others);
      await insertToken(tx, { id, applicationId, slot, expiresAt, digest });
      const target = { type: "token", id, name: tokenLabel(digest) } as const;
      await tx.audit("token.create", target, null, { applicationId, expiresAt });
    },
    {},
    now,
  );
  return { id, token, expiresAt };
}

function twoAlready(application: string, tokens: readonly Token[]): DirectoryError {
  return refused(
    `The application "${application}" already has two tokens (${tokens.map(tokenLabel).join(", ")}), and an application may have at most two. Disable one that its client no longer uses and delete it, then create the new one.`,
  );
}
