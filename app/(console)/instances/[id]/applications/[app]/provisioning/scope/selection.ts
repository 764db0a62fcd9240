import type { OrganizationChoice } from "@/lib/directory/applications/scope/choices/choice";

/** The organizations ticked, by id, each with what stands above it. */
export type Selection = ReadonlyMap<string, OrganizationChoice>;

/** One more: with all below it, so that what was ticked below it has no mark of its own any more. */
export function withOrganization(selection: Selection, choice: OrganizationChoice): Selection {
  const kept = [...selection.values()].filter(({ above }) => !above.some(({ id }) => id === choice.id));
  return new Map([...kept, choice].map((each) => [each.id, each]));
}

export function withoutOrganization(selection: Selection, id: string): Selection {
  return new Map([...selection].filter(([key]) => key !== id));
}

/** Whether an organization, or one above it, is ticked. */
export function covers(selection: Selection, { id, above }: OrganizationChoice): boolean {
  return selection.has(id) || above.some((each) => selection.has(each.id));
}
