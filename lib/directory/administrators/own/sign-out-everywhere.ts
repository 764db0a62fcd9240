import { notFound } from "../../error";
import type { Self } from "../session/session";
import { changeOwn, type OwnAccount, readOwnAccount } from "./store";

/** Ends every session of the administrator, this one too, on every node at once. */
export async function signOutEverywhere(self: Self): Promise<void> {
  await changeOwn(self, {}, { action: "administrator.sign_out_everywhere", before: {}, after: {} });
}

/** For the administrator's own page. @throws DirectoryError not_found */
export async function getOwnAccount(self: Self): Promise<OwnAccount> {
  const account = await readOwnAccount(self.id);
  if (!account) throw notFound("administrator", self.id);
  return account;
}
