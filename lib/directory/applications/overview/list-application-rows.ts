import { type Admin, requireRole } from "../../actor";
import type { ApplicationType } from "../application";
import { missingSteps, SET_UP_STEPS, type SetUpStep, setUpState } from "../guide/set-up";
import { findApplications } from "../store";
import { findActivity } from "./store";

/** An application as a line of a list. */
export interface ApplicationRow {
  readonly id: string;
  readonly name: string;
  readonly type: ApplicationType;
  readonly enabled: boolean;
  readonly createdAt: Date;
  /** Enabled tokens that have not expired. */
  readonly workingTokens: number;
  /** When the last of them expires: until then something can sign in. */
  readonly lastExpiry: Date | undefined;
  readonly lastRequest: Date | undefined;
  /** Of the last 24 hours, to the hour. */
  readonly calls: number;
  readonly failures: number;
  readonly missing: readonly SetUpStep[];
  readonly setUp: { readonly done: number; readonly of: number };
}

/** By name. */
export async function listApplicationRows(admin: Admin, now = new Date()): Promise<ApplicationRow[]> {
  requireRole(admin, "auditor");
  const applications = await findApplications(admin.instanceId);
  const activity = await findActivity(admin.instanceId, now);
  return applications.map((application) => {
    const { id, name, type, enabled, createdAt } = application;
    const { firstRequest, ...active } = activity.get(id) ?? {
      workingTokens: 0,
      lastExpiry: undefined,
      firstRequest: undefined,
      lastRequest: undefined,
      calls: 0,
      failures: 0,
    };
    const facts = { ...application, workingTokens: active.workingTokens, firstRequest };
    const missing = missingSteps(setUpState(facts));
    const setUp = { done: SET_UP_STEPS.length - missing.length, of: SET_UP_STEPS.length };
    return { id, name, type, enabled, createdAt, ...active, missing, setUp };
  });
}
