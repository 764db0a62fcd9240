import { hashRecoveryCode } from "./recovery-code";
import { spendRecoveryCode, spendStep } from "./store";
import { matchedStep, unsealTotpSecret } from "./totp";

/** Whether the code is right, which it is once: of two that send it at the same time, one is refused. */
export async function acceptCode(
  administratorId: string,
  sealedSecret: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) {
    return spendRecoveryCode(administratorId, hashRecoveryCode(administratorId, code));
  }
  const step = matchedStep(unsealTotpSecret(sealedSecret, administratorId), digits, now);
  return step !== undefined && spendStep(administratorId, step);
}
