import { z } from "zod";
import type { Call, Client } from "./load";
import { createCall, type Seed, type SeededAccount } from "./seed";

/** Something that is measured. */
export interface Operation {
  /** The next request; undefined when there is none left in this slice. */
  next(): Call | undefined;
  /**
   * After a slice, unmeasured: asks whether what was acknowledged stands, and puts the
   * directory back where the next slice must find it.
   *
   * @returns what is wrong
   */
  verify(client: Client): Promise<string[]>;
}

const PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

const User = z.object({
  id: z.string(),
  userName: z.string(),
  active: z.boolean(),
  groups: z.array(z.object({ value: z.string() })).default([]),
});
const UserList = z.object({ totalResults: z.number(), Resources: z.array(User).default([]) });

const NOTHING_TO_VERIFY = async () => [];

/** How many of the changed resources are read again after a slice. */
const READ_AGAIN = 20;

/** One after another, from the first again after the last. */
function inTurn<T>(items: readonly T[]): () => T {
  let index = 0;
  return () => {
    const item = items[index++ % items.length];
    if (item === undefined) throw new Error("There is nothing to take turns with.");
    return item;
  };
}

async function problemsOf(client: Client, calls: readonly Call[]): Promise<string[]> {
  const problems: string[] = [];
  for (const call of calls) {
    const problem = await client.send(call, true);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

/** @param groups how many the account is in */
function getCall(account: SeededAccount, groups: number): Call {
  const inspect = (body: unknown) => {
    const { data } = User.safeParse(body);
    if (data?.id !== account.id || data.userName !== account.userName) return "another account is answered";
    return data.groups.length === groups
      ? undefined
      : `the account is in ${data.groups.length} groups, not ${groups}`;
  };
  return { method: "GET", path: `/Users/${account.id}`, status: 200, inspect };
}

/** GET /Users/{id}, of accounts that are in one group each. */
export function getById({ accounts }: Seed): Operation {
  const account = inTurn(accounts);
  return { next: () => getCall(account(), 1), verify: NOTHING_TO_VERIFY };
}

function probeCall(userName: string, id: string | undefined): Call {
  const inspect = (body: unknown) => {
    const { data } = UserList.safeParse(body);
    const [found] = data?.Resources ?? [];
    if (data?.totalResults !== 1 || found?.userName !== userName) return "not the one account is answered";
    return id === undefined || found.id === id ? undefined : "another account is answered";
  };
  const filter = encodeURIComponent(`userName eq "${userName}"`);
  return { method: "GET", path: `/Users?filter=${filter}`, status: 200, inspect };
}

/** GET /Users?filter=userName eq "…", as providers ask before they create. */
export function probeUserName({ accounts }: Seed): Operation {
  const account = inTurn(accounts);
  const next = () => {
    const { userName, id } = account();
    return probeCall(userName, id);
  };
  return { next, verify: NOTHING_TO_VERIFY };
}

function listCall(count: number, total: number): Call {
  const inspect = (body: unknown) => {
    const { data } = UserList.safeParse(body);
    if (data?.totalResults !== total) return `totalResults is ${data?.totalResults}, not ${total}`;
    return data.Resources.length === count ? undefined : `${data.Resources.length} resources, not ${count}`;
  };
  return { method: "GET", path: `/Users?startIndex=1&count=${count}`, status: 200, inspect };
}

/** GET /Users, the first 100. */
export function listHundred({ accounts, joiners }: Seed): Operation {
  return { next: () => listCall(100, accounts.length + joiners.length), verify: NOTHING_TO_VERIFY };
}

/** PATCH /Users/{id} that turns `active`, never to what it is. */
export function patchActive({ accounts }: Seed): Operation {
  const account = inTurn(accounts);
  const active = new Map(accounts.map(({ id }) => [id, true]));
  const changed = new Set<string>();
  const next = (): Call => {
    const { id } = account();
    const value = active.get(id) === false;
    const body = JSON.stringify({
      schemas: [PATCH_OP],
      Operations: [{ op: "replace", path: "active", value }],
    });
    const acknowledged = () => {
      active.set(id, value);
      changed.add(id);
    };
    return {
      method: "PATCH",
      path: `/Users/${id}`,
      body,
      status: 200,
      inspect: isActive(value),
      acknowledged,
    };
  };
  const isActive = (value: boolean) => (answer: unknown) =>
    User.safeParse(answer).data?.active === value ? undefined : `active is not ${value}`;
  const verify = (client: Client) => {
    const again = [...changed].slice(-READ_AGAIN);
    changed.clear();
    const calls = again.map((id): Call => {
      const inspect = isActive(active.get(id) === true);
      return { method: "GET", path: `/Users/${id}`, status: 200, inspect };
    });
    return problemsOf(client, calls);
  };
  return { next, verify };
}

/** POST /Users without a password. */
export function createAccount({ accounts, joiners }: Seed): Operation {
  let next = 0;
  let total = accounts.length + joiners.length;
  let created: string[] = [];
  return {
    next: () => {
      const userName = `new${next++}@bench.example`;
      const acknowledged = () => {
        total += 1;
        created.push(userName);
      };
      return { ...createCall(userName), acknowledged };
    },
    verify: (client) => {
      const again = created.slice(-READ_AGAIN);
      created = [];
      return problemsOf(client, [...again.map((name) => probeCall(name, undefined)), listCall(1, total)]);
    },
  };
}

const Group = z.object({ members: z.array(z.object({ value: z.string() })).default([]) });

function memberPatch(group: string, op: "add" | "remove", ids: readonly string[]): Call {
  const value = ids.map((id) => ({ value: id }));
  const body = JSON.stringify({ schemas: [PATCH_OP], Operations: [{ op, path: "members", value }] });
  return { method: "PATCH", path: `/Groups/${group}`, body, status: 204 };
}

function membersCall(group: string, expected: number): Call {
  const inspect = (body: unknown) => {
    const count = Group.safeParse(body).data?.members.length;
    return count === expected ? undefined : `${count} members, not ${expected}`;
  };
  return { method: "GET", path: `/Groups/${group}`, status: 200, inspect };
}

/** How many of the groups are counted before and after a slice. */
const COUNTED = 4;

/**
 * PATCH /Groups/{id} that adds one account. The requests go round the groups, so that two
 * at the same time seldom wait for the same one; after a slice the new members are removed.
 *
 * @param size members of each group
 */
export function addMember({ joiners }: Seed, groups: readonly string[], size: number): Operation {
  const joined = new Map<string, string[]>(groups.map((group) => [group, []]));
  const pairs = function* () {
    for (const { id } of joiners) {
      for (const group of groups) yield { group, id };
    }
  };
  let left = pairs();
  return {
    next: () => {
      const { value: pair } = left.next();
      if (!pair) return undefined;
      const acknowledged = () => joined.get(pair.group)?.push(pair.id);
      return { ...memberPatch(pair.group, "add", [pair.id]), acknowledged };
    },
    verify: async (client) => {
      const counted = groups.slice(0, COUNTED);
      const grown = counted.map((group) => membersCall(group, size + (joined.get(group)?.length ?? 0)));
      const restored = [...joined].flatMap(([group, ids]) =>
        ids.length > 0 ? [memberPatch(group, "remove", ids)] : [],
      );
      for (const group of groups) joined.set(group, []);
      left = pairs();
      return problemsOf(client, [...grown, ...restored, ...counted.map((group) => membersCall(group, size))]);
    },
  };
}
