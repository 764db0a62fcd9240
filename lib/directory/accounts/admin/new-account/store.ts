import { database } from "@/lib/db/client";
import type { PolicyName } from "../../password-policy";

/** Where an account goes that names no organization; undefined when the instance is unknown. */
export async function findRootId(instanceId: string): Promise<string | undefined> {
  const [row] = await (await database()).query<{ id: string }>(
    {
      name: "organization_root",
      text: "SELECT id FROM organizations WHERE instance_id = $1 AND parent_id IS NULL",
    },
    [instanceId],
  );
  return row?.id;
}

/** The rule for new passwords; undefined when the instance is unknown. */
export async function readPasswordPolicy(instanceId: string): Promise<PolicyName | undefined> {
  const [row] = await (await database()).query<{ policy: PolicyName }>(
    {
      name: "instance_password_policy",
      text: "SELECT password_policy::text AS policy FROM instances WHERE id = $1",
    },
    [instanceId],
  );
  return row?.policy;
}
