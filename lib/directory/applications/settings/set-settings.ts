import { z } from "zod";
import { customNamespaceProblem, DEFAULT_NAMESPACE, sameUrn } from "@/lib/scim/urn";
import { type Admin, requireRole } from "../../actor";
import { type Change, change } from "../../change/store";
import { DirectoryError, refused } from "../../error";
import { checked } from "../../input";
import type { SyncSettings } from "../application";
import { checkSeen } from "../seen";
import { lockApplication, updateApplication } from "../store";
import { fieldIdsByKey, replaceSyncFields } from "./store";

/**
 * What is left out stays as it is; a list of fields (by key) replaces the sync target fields. `seen`:
 * the settings that the edit started from.
 */
export const NewSyncSettings = z.strictObject({
  namespace: z
    .string()
    .superRefine((urn, context) => {
      const problem = customNamespaceProblem(urn);
      if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
    })
    .optional(),
  fields: z.array(z.string()).optional(),
  attributeSet: z.enum(["basic", "full"], { error: "The attribute set must be basic or full." }).optional(),
  duplicateCreate: z
    .enum(["update", "reject"], { error: "Duplicate create must be update or reject." })
    .optional(),
  seen: z.string().optional(),
});

/**
 * @throws DirectoryError not_found naming an unknown field; not_supported for the full
 * attribute set, which this version does not have; conflict when the settings were changed since
 */
export async function setSyncSettings(
  admin: Admin,
  applicationId: string,
  input: z.input<typeof NewSyncSettings>,
): Promise<SyncSettings> {
  requireRole(admin, "administrator");
  const wanted = checked(NewSyncSettings, input);
  if (wanted.attributeSet === "full") {
    throw new DirectoryError(
      "not_supported",
      "The attribute set full (Full SCIM profile) is not supported yet. Use basic.",
      "attributeSet",
    );
  }
  const work = async (tx: Change) => {
    const application = await lockApplication(tx, applicationId);
    const { name, settings: before } = application;
    await checkSeen(tx, application, comparable(before), wanted.seen);
    const after: SyncSettings = {
      namespace: wanted.namespace === undefined ? before.namespace : canonicalNamespace(wanted.namespace),
      fields: wanted.fields === undefined ? before.fields : [...new Set(wanted.fields)].sort(),
      attributeSet: before.attributeSet,
      duplicateCreate: wanted.duplicateCreate ?? before.duplicateCreate,
    };
    if (wanted.fields !== undefined) await setSyncFields(tx, applicationId, after.fields);
    const { namespace, duplicateCreate } = after;
    await updateApplication(tx, applicationId, { namespace, duplicateCreate });
    const target = { type: "application", id: applicationId, name } as const;
    await tx.audit("application.settings", target, { ...before }, { ...after });
    return after;
  };
  const held = () => refused("An extended field was deleted meanwhile. Look at the fields, and try again.");
  return change(admin, work, { held });
}

/** The settings as `seen` stands for them: the database orders keys by its own collation. */
export function comparable({ namespace, fields, attributeSet, duplicateCreate }: SyncSettings) {
  return [namespace, [...fields].sort(), attributeSet, duplicateCreate];
}

/** One spelling of the default, so that it compares equal wherever it appears. */
function canonicalNamespace(urn: string): string {
  return sameUrn(urn, DEFAULT_NAMESPACE) ? DEFAULT_NAMESPACE : urn;
}

async function setSyncFields(tx: Change, applicationId: string, keys: readonly string[]): Promise<void> {
  const ids = await fieldIdsByKey(tx, keys);
  const unknown = keys.find((key) => !ids.has(key));
  if (unknown !== undefined) {
    throw new DirectoryError(
      "not_found",
      `No extended field with the key ${JSON.stringify(unknown)} is known here. Create it first.`,
      "fields",
    );
  }
  await replaceSyncFields(tx, applicationId, ids.values());
}
