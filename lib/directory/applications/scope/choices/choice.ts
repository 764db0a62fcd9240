import type { OrganizationNode } from "../../../organizations/organization";

/** An organization to choose, with where it stands, so that two of one name are told apart. */
export interface OrganizationChoice {
  readonly id: string;
  readonly name: string;
  /** Those above it, the root first. */
  readonly above: ReadonlyArray<{ readonly id: string; readonly name: string }>;
}

export interface GroupChoice {
  readonly id: string;
  readonly displayName: string;
}

/** A provisioning scope with its names; the lists are cut at a bound, the totals are not. */
export interface DescribedScope {
  readonly organizations: readonly OrganizationChoice[];
  readonly groups: readonly GroupChoice[];
  readonly organizationTotal: number;
  readonly groupTotal: number;
}

/** What the panel "Configure synchronization scope" begins with. */
export interface ScopeDraft {
  readonly scope: DescribedScope;
  /** Stands for the scope that the edit starts from. */
  readonly seen: string;
  /** The target organization, which the scope must keep. */
  readonly target: OrganizationChoice | undefined;
  /** The top of the tree: the root and what stands directly below it. */
  readonly nodes: readonly OrganizationNode[];
  /** The first groups by name. */
  readonly groups: readonly GroupChoice[];
}
