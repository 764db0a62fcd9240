import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdministrator } from "@/lib/auth/session";
import { getOwnAccount } from "@/lib/directory/administrators/own/sign-out-everywhere";
import { listInstances } from "@/lib/directory/instances/list-instances";
import { PlainPage } from "../plain-page";
import { CreateInstance } from "./create-instance";
import { InstancesTable } from "./instances-table";
import { ROLE_NAMES } from "./role-names";

export const metadata: Metadata = { title: "Instances" };

/** The instances that one administers. */
export default async function Page() {
  const self = await requireAdministrator();
  const [instances, { roles }] = await Promise.all([listInstances(self.actor), getOwnAccount(self)]);
  const role = new Map(roles.map(({ instanceId, role: name }) => [instanceId, ROLE_NAMES[name]]));
  const owner = roles.some(({ role: name }) => name === "owner");
  return (
    <PlainPage email={self.email}>
      <PageHeader
        title="Instances"
        meta="Each is a directory of its own, closed to the others."
        actions={
          <CreateInstance
            disabledReason={
              owner
                ? undefined
                : "Only an owner of an instance can create another. An owner can give you that role."
            }
          />
        }
      />
      <InstancesTable
        rows={instances.map(({ id, name, createdAt }) => ({ id, name, createdAt, role: role.get(id) ?? "" }))}
        empty={
          <EmptyState
            kind="not-allowed"
            title="You have no role in any instance"
            body="An owner of an instance can give you one, under Settings → Administrators."
          />
        }
      />
    </PlainPage>
  );
}
