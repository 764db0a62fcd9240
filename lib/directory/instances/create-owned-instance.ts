import type { z } from "zod";
import { readOwnAccount } from "../administrators/own/store";
import type { Self } from "../administrators/session/session";
import { putRole } from "../administrators/store";
import { DirectoryError } from "../error";
import { newId } from "../id";
import { checked } from "../input";
import { insertRoot } from "../organizations/store";
import { NewInstance } from "./create-instance";
import { insertInstance } from "./store";

/**
 * A new instance that belongs to who makes it, which an owner of another one may.
 *
 * @throws DirectoryError forbidden, invalid_value
 */
export async function createOwnedInstance(
  self: Self,
  input: z.input<typeof NewInstance>,
): Promise<{ id: string }> {
  const { name } = checked(NewInstance, input);
  const account = await readOwnAccount(self.id);
  if (!account?.roles.some(({ role }) => role === "owner")) {
    throw new DirectoryError(
      "forbidden",
      "Only an owner of an instance can create another. An owner can give you that role.",
    );
  }
  const { actor } = self;
  const id = newId("instance");
  const rootOrganizationId = newId("organization");
  await insertInstance({ instanceId: id, role: "owner", actor }, name, async (tx) => {
    await insertRoot(tx, rootOrganizationId, name);
    await putRole(tx, actor.id, "owner");
    await tx.audit("instance.create", { type: "instance", id, name }, null, { name, rootOrganizationId });
    const target = { type: "administrator", id: actor.id, name: actor.name } as const;
    await tx.audit("administrator.role", target, { role: null }, { role: "owner" });
  });
  return { id };
}
