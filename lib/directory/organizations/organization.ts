/** A node of the instance's one tree; the root alone has no parent. */
export interface Organization {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly name: string;
  readonly description: string;
}

/** A node as the tree view shows it. */
export interface OrganizationNode extends Organization {
  /** How far below the root: 0 is the root. */
  readonly depth: number;
  readonly children: number;
}
