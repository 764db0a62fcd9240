import { z } from "zod";
import { GROUP_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";
import type { Plan } from "./arguments";
import { type Call, type Client, load } from "./load";

export interface SeededAccount {
  readonly id: string;
  readonly userName: string;
}

/** What stands in a server's directory, as its answers said. */
export interface Seed {
  readonly accounts: readonly SeededAccount[];
  /** Accounts that are in no group yet. */
  readonly joiners: readonly SeededAccount[];
  /** Groups of SMALL_GROUP of the accounts each; each account is in one. */
  readonly smallGroups: readonly string[];
  /** How long the creation of accounts and joiners took. */
  readonly seconds: number;
}

export const SMALL_GROUP = 100;

/** So many groups take new members at the same time. */
export const GROUPS_OF_EACH_SIZE = 16;

const Created = z.object({ id: z.string(), userName: z.string() });

/** POST of an account with the attributes that every identity provider sends. */
export function createCall(userName: string, created?: (account: SeededAccount) => void): Call {
  const body = JSON.stringify({
    schemas: [USER_SCHEMA],
    userName,
    externalId: `ext-${userName}`,
    displayName: `Person ${userName}`,
    active: true,
    emails: [{ value: userName, type: "work", primary: true }],
  });
  const inspect = (answer: unknown) => {
    const account = Created.safeParse(answer);
    if (account.data?.userName !== userName) return `the answer is not the account ${userName}`;
    created?.(account.data);
    return undefined;
  };
  return { method: "POST", path: "/Users", body, status: 201, inspect };
}

/** POST of a group with its members. */
async function createGroup(
  client: Client,
  displayName: string,
  members: readonly SeededAccount[],
): Promise<string> {
  const value = members.map(({ id }) => ({ value: id }));
  const body = JSON.stringify({ schemas: [GROUP_SCHEMA], displayName, members: value });
  let id = "";
  const inspect = (answer: unknown) => {
    id = z.object({ id: z.string() }).parse(answer).id;
    return undefined;
  };
  const problem = await client.send({ method: "POST", path: "/Groups", body, status: 201, inspect }, true);
  if (problem !== undefined) throw new Error(problem);
  return id;
}

/**
 * Fills a directory through its API.
 *
 * @param progress is told how many accounts there are, now and then
 */
export async function seedAccounts(
  client: Client,
  { accounts: wanted, concurrency }: Plan,
  signal: AbortSignal,
  progress: (accounts: number) => void,
): Promise<Pick<Seed, "accounts" | "joiners" | "seconds">> {
  const accounts = await createAccounts(client, "user", wanted, { concurrency, signal, progress });
  const joiners = await createAccounts(client, "joiner", Math.ceil(wanted / 10), {
    concurrency,
    signal,
    progress,
  });
  return { accounts: accounts.made, joiners: joiners.made, seconds: accounts.seconds };
}

async function createAccounts(
  client: Client,
  prefix: string,
  count: number,
  options: { concurrency: number; signal: AbortSignal; progress: (accounts: number) => void },
): Promise<{ made: SeededAccount[]; seconds: number }> {
  const made: SeededAccount[] = [];
  let next = 0;
  // Every answer is looked into, for the id: not a sample, as in a measurement.
  const all: Client = { ...client, send: (call) => client.send(call, true) };
  const calls = () => {
    if (next === count) return undefined;
    if (next % 500 === 0) options.progress(next);
    const userName = `${prefix}${next++}@bench.example`;
    return createCall(userName, (account) => made.push(account));
  };
  const limits = { ...options, milliseconds: Number.POSITIVE_INFINITY };
  const { wrong, elapsedMs } = await load(all, calls, limits);
  options.signal.throwIfAborted();
  if (wrong[0] !== undefined) throw new Error(`Seeding failed: ${wrong[0]}`);
  return { made, seconds: elapsedMs / 1000 };
}

/** Groups of SMALL_GROUP accounts, until each account is in one. */
export async function seedSmallGroups(client: Client, accounts: readonly SeededAccount[]): Promise<string[]> {
  const groups: string[] = [];
  for (let from = 0; from + SMALL_GROUP <= accounts.length; from += SMALL_GROUP) {
    const members = accounts.slice(from, from + SMALL_GROUP);
    groups.push(await createGroup(client, `Team ${groups.length}`, members));
  }
  return groups;
}

/** Groups of all the accounts. */
export async function seedLargeGroups(
  client: Client,
  accounts: readonly SeededAccount[],
  signal: AbortSignal,
): Promise<string[]> {
  const groups: string[] = [];
  while (groups.length < GROUPS_OF_EACH_SIZE) {
    signal.throwIfAborted();
    groups.push(await createGroup(client, `Everybody ${groups.length}`, accounts));
  }
  return groups;
}
