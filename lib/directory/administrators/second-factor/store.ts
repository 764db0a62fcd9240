import { database } from "@/lib/db/client";

/** False when a code of this time step, or of a later one, was used already (RFC 6238 §5.2). */
export async function spendStep(administratorId: string, step: number): Promise<boolean> {
  const rows = await (await database()).query(
    `UPDATE administrators SET totp_step = $2
     WHERE id = $1 AND totp_secret IS NOT NULL AND (totp_step IS NULL OR totp_step < $2) RETURNING id`,
    [administratorId, step],
  );
  return rows.length === 1;
}

export async function spendRecoveryCode(administratorId: string, hash: string): Promise<boolean> {
  const rows = await (await database()).query(
    `UPDATE administrators SET recovery_codes = array_remove(recovery_codes, $2)
     WHERE id = $1 AND $2 = ANY(recovery_codes) RETURNING id`,
    [administratorId, hash],
  );
  return rows.length === 1;
}
