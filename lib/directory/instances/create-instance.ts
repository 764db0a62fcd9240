import { z } from "zod";
import type { Actor } from "../actor";
import { newId } from "../id";
import { checked, nameSchema } from "../input";
import { insertRoot } from "../organizations/store";
import { insertInstance } from "./store";

/** The root organization is named like the instance, so that the shorter rule holds for both. */
export const NewInstance = z.strictObject({ name: nameSchema("The name", 64) });

/**
 * A new instance with its root organization and an empty audit chain. It has no
 * administrators yet; who makes it gives the first role.
 */
export async function createInstance(
  actor: Actor,
  input: z.input<typeof NewInstance>,
): Promise<{ id: string; rootOrganizationId: string }> {
  const { name } = checked(NewInstance, input);
  const id = newId("instance");
  const rootOrganizationId = newId("organization");
  await insertInstance({ instanceId: id, role: "owner", actor }, name, async (tx) => {
    await insertRoot(tx, rootOrganizationId, name);
    await tx.audit("instance.create", { type: "instance", id, name }, null, { name, rootOrganizationId });
  });
  return { id, rootOrganizationId };
}
