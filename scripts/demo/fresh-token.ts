import type { Admin } from "@/lib/directory/actor";
import { deleteToken, disableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { listTokens } from "@/lib/directory/tokens/list-tokens";

const DAYS = 90;

/**
 * A new token in place of those of earlier starts, whose text nobody can know any more:
 * only their hashes are kept. In the order that the rules of tokens allow (product.md,
 * "Bearer tokens" 1, 4 and 5): a place is made, the new one is created, the old one goes.
 */
export async function freshToken(admin: Admin, applicationId: string): Promise<string> {
  const tokens = await listTokens(admin, applicationId);
  const [keep, ...rest] = tokens.toSorted((a, b) => Number(b.enabled) - Number(a.enabled));
  for (const { id } of rest) await retire(admin, applicationId, id);
  const { token } = await issueToken(admin, applicationId, { days: DAYS });
  if (keep) await retire(admin, applicationId, keep.id);
  return token;
}

async function retire(admin: Admin, applicationId: string, tokenId: string): Promise<void> {
  await disableToken(admin, applicationId, tokenId);
  await deleteToken(admin, applicationId, tokenId);
}
