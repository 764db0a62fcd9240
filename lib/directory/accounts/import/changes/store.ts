import { database } from "@/lib/db/client";
import { foreignKeyViolation, uniqueViolation } from "@/lib/db/errors";
import type { Admin } from "../../../actor";
import { DirectoryError } from "../../../error";
import type { ExtendedField } from "../../../extended-fields/extended-field";
import { appendAudits } from "../../../logs/audit/append-many/store";
import type { AuditEntry } from "../../../logs/audit/entry";
import { type AccountToInsert, insertAccounts } from "../../admin/changes/store";
import { shownAccount } from "../../audit";
import type { UniqueKind } from "../check-duplicates";

const KEYS_AT_ONCE = 5000;
const ACCOUNTS_AT_ONCE = 1000;

const COLUMNS = { username: "username_key", email: "email_unique_key", phone: "phone_unique_key" } as const;

/** Of the keys those that the directory holds. */
export async function findTaken(
  instanceId: string,
  place: UniqueKind["place"],
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = "IN (SELECT json_array_elements_text($2::json))";
  const text =
    typeof place === "string"
      ? `SELECT ${COLUMNS[place]} AS key FROM accounts WHERE instance_id = $1 AND ${COLUMNS[place]} ${wanted}`
      : `SELECT unique_key AS key FROM extended_values WHERE instance_id = $1 AND field_id = $3 AND unique_key ${wanted}`;
  const sql = await database();
  const taken = new Set<string>();
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    const some = JSON.stringify(keys.slice(start, start + KEYS_AT_ONCE));
    const values = typeof place === "string" ? [instanceId, some] : [instanceId, some, place.fieldId];
    for (const { key } of await sql.query<{ key: string }>(text, values)) taken.add(key);
  }
  return taken;
}

/**
 * All the accounts with their audit entries, in one transaction. Not through Prisma, whose
 * transactions end after two minutes.
 *
 * @param onWritten told how many accounts are written, entries of the audit log not yet
 * @throws DirectoryError conflict when someone took a value, or an organization, meanwhile
 */
export async function writeImport(
  admin: Admin,
  accounts: readonly AccountToInsert[],
  fields: readonly ExtendedField[],
  onWritten: (done: number) => void,
): Promise<void> {
  const { instanceId } = admin;
  const time = new Date();
  try {
    await (await database()).transaction(async (tx) => {
      for (let start = 0; start < accounts.length; start += ACCOUNTS_AT_ONCE) {
        const some = accounts.slice(start, start + ACCOUNTS_AT_ONCE);
        await insertAccounts(tx, instanceId, some, fields, { source: "csv_import", time });
        // The audit log takes about as long again.
        onWritten(Math.floor((start + some.length) / 2));
      }
      let appended = 0;
      const half = Math.floor(accounts.length / 2);
      await appendAudits(tx, instanceId, entriesOf(admin, accounts, fields, time), (count) => {
        appended += count;
        onWritten(Math.min(accounts.length, half + Math.ceil(appended / 2)));
      });
    });
  } catch (error) {
    throw uniqueViolation(error) || foreignKeyViolation(error) ? overtaken() : error;
  }
}

function entriesOf(
  { actor }: Admin,
  accounts: readonly AccountToInsert[],
  fields: readonly ExtendedField[],
  time: Date,
): AuditEntry[] {
  return accounts.map(({ id, values, passwordHash }) => ({
    time,
    actor,
    action: "account.import",
    target: { type: "account", id, name: values.username },
    before: null,
    after: shownAccount({ syncFields: fields }, values, passwordHash !== undefined),
  }));
}

function overtaken(): DirectoryError {
  return new DirectoryError(
    "conflict",
    "The directory was changed while the file was imported: a username, email or phone number was taken, or an organization deleted. Nothing was imported. Check the file again.",
  );
}
