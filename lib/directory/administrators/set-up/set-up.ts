import type { z } from "zod";
import type { Admin } from "../../actor";
import { refused } from "../../error";
import { newId } from "../../id";
import { checked, nameSchema } from "../../input";
import { insertInstance } from "../../instances/store";
import { insertRoot } from "../../organizations/store";
import { emailTaken, NewAdministrator, preparedAdministrator } from "../create-administrator";
import { FIRST_EPOCH, type SessionStart } from "../session/session";
import { insertAdministrator, putRole } from "../store";
import { administratorsExist, holdSetUp } from "./store";

export const SetUp = NewAdministrator.extend({ instanceName: nameSchema("The name", 64) });

/** False until the deployment has an administrator: then /setup makes the first. */
export async function isSetUp(): Promise<boolean> {
  return administratorsExist();
}

/**
 * The first owner with the first instance. Of two that race, one is told that it came too late.
 *
 * @throws DirectoryError refused when the deployment has an administrator; invalid_value
 */
export async function setUp(
  input: z.input<typeof SetUp>,
  address: string,
): Promise<{ instanceId: string; session: SessionStart }> {
  const { instanceName: name, ...wanted } = checked(SetUp, input);
  if (await administratorsExist()) throw tooLate();
  const administrator = await preparedAdministrator(wanted);
  const { id: administratorId, email } = administrator;
  const instanceId = newId("instance");
  const rootOrganizationId = newId("organization");
  const actor = { kind: "administrator", id: administratorId, name: email, address } as const;
  const admin: Admin = { instanceId, role: "owner", actor };
  await insertInstance(
    admin,
    name,
    async (tx) => {
      if (await holdSetUp(tx)) throw tooLate();
      await insertRoot(tx, rootOrganizationId, name);
      await insertAdministrator(tx, administrator);
      await putRole(tx, administratorId, "owner");
      const instance = { type: "instance", id: instanceId, name } as const;
      await tx.audit("instance.create", instance, null, { name, rootOrganizationId });
      const target = { type: "administrator", id: administratorId, name: email } as const;
      await tx.audit("administrator.create", target, null, { email, role: "owner" });
    },
    { taken: () => emailTaken(email) },
  );
  return { instanceId, session: { id: administratorId, epoch: FIRST_EPOCH } };
}

function tooLate() {
  return refused("This deployment is set up already. Sign in instead.");
}
