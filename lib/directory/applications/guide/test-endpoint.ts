import { parsePatch } from "@/lib/scim/patch/parse";
import { validateResource } from "@/lib/scim/resource/validate";
import { groupType } from "@/lib/scim/schema/registry";
import { patchAccount, removeAccount } from "../../accounts/change-account";
import { createAccount } from "../../accounts/create-account";
import { getAccount, listAccounts } from "../../accounts/list-accounts";
import { userType } from "../../accounts/user-type";
import { type Admin, requireRole } from "../../actor";
import type { Caller } from "../../callers/caller";
import { callerOf } from "../../callers/find-caller";
import { findCallerByTokenHash } from "../../callers/store";
import { refused } from "../../error";
import { patchGroup } from "../../groups/change-group";
import { createGroup } from "../../groups/create-group";
import { getGroup } from "../../groups/list-groups";
import { removeGroup } from "../../groups/update-group";
import { getApplication } from "../read-application";
import { Player, type TestedStep, UnexpectedAnswer } from "./play";
import { type ProbeResources, probeResources } from "./probe-resources";
import { rolledBack } from "./rehearsal/store";
import { findWorkingTokenHash } from "./store";

export interface EndpointTest {
  readonly passed: boolean;
  readonly steps: readonly TestedStep[];
}

const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/**
 * Plays a client against an application: an account and a group are created, read, found,
 * changed and deleted through the SCIM use cases as the application itself, in a
 * transaction that is rolled back.
 *
 * @param base the SCIM Base URL
 * @throws DirectoryError not_found; refused when no token of the application can be used
 */
export async function testEndpoint(admin: Admin, applicationId: string, base: string): Promise<EndpointTest> {
  requireRole(admin, "administrator");
  await getApplication(admin, applicationId);
  const caller = await callerFor(admin, applicationId);
  const steps = await rolledBack(() => playClient(caller, base));
  return { passed: steps.every(({ outcome }) => outcome === "passed"), steps };
}

/** Who stands behind the newest token that the client could send now. */
async function callerFor({ instanceId, actor }: Admin, applicationId: string): Promise<Caller> {
  const hash = await findWorkingTokenHash(instanceId, applicationId, new Date());
  const row = hash && (await findCallerByTokenHash(Buffer.from(hash)));
  if (row) return callerOf(row, actor.address);
  throw refused("No bearer token of this application can be used. Add one, or enable one, then test again.");
}

async function playClient(caller: Caller, base: string): Promise<readonly TestedStep[]> {
  const player = new Player(caller);
  const resources = probeResources(caller);
  const accountId = await playAccount(player, caller, resources, base);
  await playGroup(player, caller, resources, accountId, base);
  await player.play(
    {
      name: "Delete an account",
      call: "DELETE /Users/{id}",
      scenario: "user:manage",
      work: async () => {
        await removeAccount(caller, accountId ?? "");
        return "204: the account is gone.";
      },
    },
    accountId !== undefined,
  );
  return player.steps;
}

async function playAccount(
  player: Player,
  caller: Caller,
  { user, userName }: ProbeResources,
  base: string,
): Promise<string | undefined> {
  let id: string | undefined;
  const type = userType(caller);
  await player.play({
    name: "Create an account",
    call: "POST /Users",
    scenario: "user:manage",
    work: async () => {
      const { account } = await createAccount(caller, validateResource(user, type, "create").resource, base);
      id = account.id;
      return "201: the account was created in the target organization.";
    },
  });
  const made = id;
  await player.play(
    {
      name: "Read it",
      call: "GET /Users/{id}",
      scenario: "user:read",
      work: async () => {
        await getAccount(caller, made ?? "");
        return "200: the account is found by its id.";
      },
    },
    made !== undefined,
  );
  await player.play(
    {
      name: "Find it by userName",
      call: 'GET /Users?filter=userName eq "…"',
      scenario: "user:read",
      work: async () => {
        const filter = `userName eq ${JSON.stringify(userName)}`;
        const listing = {
          filter,
          sortBy: undefined,
          sortOrder: "ascending",
          startIndex: 1,
          count: 10,
        } as const;
        const { totalResults } = await listAccounts(caller, listing, base, false);
        if (totalResults !== 1) throw new UnexpectedAnswer(`The filter found ${totalResults} accounts.`);
        return "200: the filter finds exactly this account.";
      },
    },
    made !== undefined,
  );
  await player.play(
    {
      name: "Change it",
      call: "PATCH /Users/{id}",
      scenario: "user:manage",
      work: async () => {
        const operation = { op: "replace", path: "active", value: false };
        const operations = parsePatch({ schemas: [PATCH_OP], Operations: [operation] }, type);
        const { account } = await patchAccount(caller, made ?? "", operations, base);
        if (account.enabled) throw new UnexpectedAnswer("The account is still active after active = false.");
        return "200: the account was disabled.";
      },
    },
    made !== undefined,
  );
  return made;
}

async function playGroup(
  player: Player,
  caller: Caller,
  { group }: ProbeResources,
  accountId: string | undefined,
  base: string,
): Promise<void> {
  let id: string | undefined;
  await player.play({
    name: "Create a group",
    call: "POST /Groups",
    scenario: "group:manage",
    work: async () => {
      const { resource } = validateResource(group(accountId), groupType(), "create");
      // The group joins the scope by itself, and with it the scope holds groups.
      id = (await createGroup(caller, resource)).group.id;
      return accountId === undefined
        ? "201: the group was created."
        : "201: the group was created, with its member.";
    },
  });
  const made = id;
  const seeing: Caller = { ...caller, scope: { ...caller.scope, groups: true } };
  await player.play(
    {
      name: "Read it",
      call: "GET /Groups/{id}",
      scenario: "group:read",
      work: async () => {
        const { members } = await getGroup(seeing, made ?? "", true);
        return `200: the group has ${members?.length ?? 0} member${members?.length === 1 ? "" : "s"}.`;
      },
    },
    made !== undefined,
  );
  await player.play(
    {
      name: "Change its members",
      call: "PATCH /Groups/{id}",
      scenario: "group:manage",
      work: async () => {
        const operation = { op: "remove", path: `members[value eq ${JSON.stringify(accountId)}]` };
        const operations = parsePatch({ schemas: [PATCH_OP], Operations: [operation] }, groupType());
        await patchGroup(seeing, made ?? "", operations, base);
        return "204: the member was removed.";
      },
    },
    made !== undefined && accountId !== undefined,
  );
  await player.play(
    {
      name: "Delete the group",
      call: "DELETE /Groups/{id}",
      scenario: "group:manage",
      work: async () => {
        await removeGroup(seeing, made ?? "");
        return "204: the group is gone.";
      },
    },
    made !== undefined,
  );
}
