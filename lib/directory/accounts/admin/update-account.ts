import type { z } from "zod";
import { type Admin, requireRole } from "../../actor";
import { checked } from "../../input";
import type { AccountValues } from "../account";
import type { Phone } from "../phone";
import { updateAccount as writeAccount } from "./changes/store";
import { editAccount, recordUpdate } from "./edit-account";
import { extendedAfter } from "./extended-values";
import { AccountUpdate, checkedPhone } from "./schema";

type Update = z.output<typeof AccountUpdate>;

/**
 * Changes what the input names; the rest stays.
 *
 * @returns the version after it; the same when nothing differs
 * @throws DirectoryError not_found; conflict when others changed the account since the
 * version given; invalid_value, duplicate naming the field
 */
export async function updateAccount(
  admin: Admin,
  id: string,
  input: z.input<typeof AccountUpdate>,
): Promise<{ version: number }> {
  requireRole(admin, "administrator");
  const update = checked(AccountUpdate, input);
  return editAccount(admin, id, update.version, async (held) => {
    const { tx, account, fields } = held;
    const before = account.values;
    const values: AccountValues = {
      ...before,
      username: update.username ?? before.username,
      displayName: after(update.displayName, before.displayName),
      email: after(update.email, before.email),
      phone: phoneAfter(update, before.phone),
      organizationId: update.organizationId ?? before.organizationId,
      extended: extendedAfter(fields, before.extended, update.extended),
    };
    if (!(await recordUpdate(held, "account.update", values))) return { version: account.version };
    await writeAccount(tx, account, values, fields);
    return { version: account.version + 1 };
  });
}

function after(sent: string | null | undefined, before: string | undefined): string | undefined {
  return sent === undefined ? before : (sent ?? undefined);
}

/**
 * A form shows the parsed pair and sends both parts back. Where they are the pair that is
 * there, the form in which an application sent it stays (product.md, "Phone numbers" 5).
 */
function phoneAfter({ phoneRegion, phoneNumber }: Update, before: Phone | undefined): Phone | undefined {
  if (phoneRegion === undefined && phoneNumber === undefined) return before;
  if (phoneNumber === null) return undefined;
  const number = phoneNumber ?? before?.number;
  const region = phoneRegion === undefined ? before?.region : phoneRegion;
  const wanted = checkedPhone({
    phoneNumber: number,
    phoneRegion: number?.startsWith("+") ? phoneRegion : region,
  });
  const same = wanted && before && wanted.region === before.region && wanted.number === before.number;
  return same ? before : wanted;
}
