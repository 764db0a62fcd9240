import { invalidValue } from "../error";
import { hasControlCharacter } from "../text";

/** An account in a group; display is its display name, or its username without one. */
export interface Member {
  readonly accountId: string;
  readonly display: string;
}

/** A named set of accounts, as one application sees it. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  /** The id under which the calling application knows the group. */
  readonly externalId: string | undefined;
  /** undefined where they were not asked for: a group may have 100,000. */
  readonly members: readonly Member[] | undefined;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** 1–256 characters (product.md, "Groups"). */
export function checkedGroupName(value: string): string {
  const length = [...value].length;
  if (length < 1 || length > 256) {
    throw invalidValue(
      "displayName",
      `displayName of a group must have 1 to 256 characters; it has ${length}.`,
    );
  }
  if (hasControlCharacter(value)) {
    throw invalidValue("displayName", "displayName of a group must not hold control characters.");
  }
  return value;
}
