import fc from "fast-check";
import { expect, test } from "vitest";
import { type MembershipStep, NO_CHANGE, thenStep } from "./membership";

type Step = Exclude<MembershipStep, { kind: "removeWhere" }>;

/** What the steps mean, one after the other; undefined: somebody to remove is no member. */
function model(start: ReadonlySet<string>, steps: readonly Step[]): Set<string> | undefined {
  const members = new Set(start);
  for (const step of steps) {
    switch (step.kind) {
      case "clear":
        members.clear();
        break;
      case "add":
        for (const id of step.ids) members.add(id);
        break;
      case "remove":
        for (const id of step.ids) members.delete(id);
        break;
      case "removeOne":
        if (!members.delete(step.id)) return undefined;
    }
  }
  return members;
}

function netEffect(start: ReadonlySet<string>, steps: readonly Step[]): Set<string> | undefined {
  try {
    const { clear, add, remove, mustMatch } = steps.reduce(thenStep, NO_CHANGE);
    if ([...mustMatch].some((id) => !start.has(id))) return undefined;
    const staying = [...start].filter((id) => !clear && !remove.has(id));
    return new Set([...staying, ...add]);
  } catch (error) {
    expect(error).toMatchObject({ status: 400, scimType: "noTarget" });
    return undefined;
  }
}

const id = fc.constantFrom("a", "b", "c", "d");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ kind: "clear" } as const),
  fc.record({ kind: fc.constantFrom("add", "remove"), ids: fc.array(id, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("removeOne" as const), id }),
);

test("steps taken together do what they do one by one", () => {
  fc.assert(
    fc.property(fc.uniqueArray(id), fc.array(step, { maxLength: 8 }), (start, steps) => {
      const members = new Set(start);
      expect(netEffect(members, steps)).toEqual(model(members, steps));
    }),
    { numRuns: 2000 },
  );
});
