import type { Refused } from "../../accounts/refusal";

/** What is wrong with the options, or with one of them (`options.3`). */
export function optionsRefusal(refusal: Refused | undefined): string | undefined {
  const [field, index] = refusal?.field?.split(".") ?? [];
  if (field !== "options" || refusal?.problem === "conflict") return undefined;
  return index === undefined ? refusal?.message : `Option ${Number(index) + 1}: ${refusal?.message}`;
}
