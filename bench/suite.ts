import { type Bench, type Measured, measure, type Subject } from "./measure";
import {
  addMember,
  createAccount,
  getById,
  listHundred,
  type Operation,
  patchActive,
  probeUserName,
} from "./operations";
import { GROUPS_OF_EACH_SIZE, type Seed, SMALL_GROUP, seedLargeGroups } from "./seed";
import { forEachTarget, type TargetName } from "./target";

function subject(title: string, operationOf: (name: TargetName) => Operation): Subject {
  return { title, operations: { product: operationOf("product"), bare: operationOf("bare") } };
}

/** Measures everything, in three parts, so that what one leaves behind is in nobody's way: created accounts, large groups. */
export async function measureAll(bench: Bench, seeds: Record<TargetName, Seed>): Promise<Measured[]> {
  const { plan, targets, signal } = bench;
  const single = await measure(bench, [
    subject("GET by id", (name) => getById(seeds[name])),
    subject("userName probe", (name) => probeUserName(seeds[name])),
    subject("PATCH active", (name) => patchActive(seeds[name])),
    subject("list of 100", (name) => listHundred(seeds[name])),
  ]);
  const create = await measure(bench, [subject("create", (name) => createAccount(seeds[name]))]);
  const addToSmall = `add a member to groups of ${SMALL_GROUP}`;
  const addToLarge = `add a member to groups of ${plan.accounts}`;
  if (![addToSmall, addToLarge].some((title) => title.includes(plan.only))) return [...single, ...create];
  bench.progress(`${GROUPS_OF_EACH_SIZE} groups of ${plan.accounts}`);
  const large = await forEachTarget((name) =>
    seedLargeGroups(targets[name].client, seeds[name].accounts, signal),
  );
  const small = (name: TargetName) => seeds[name].smallGroups.slice(0, GROUPS_OF_EACH_SIZE);
  const members = await measure(bench, [
    subject(addToSmall, (name) => addMember(seeds[name], small(name), SMALL_GROUP)),
    subject(addToLarge, (name) => addMember(seeds[name], large[name], plan.accounts)),
  ]);
  return [...single, ...create, ...members];
}
