/** The address of an organization in the tree; of the root unless told. */
export function organizationsPath(instanceId: string, organization?: string): string {
  const base = `/instances/${instanceId}/organizations`;
  return organization === undefined ? base : `${base}?at=${organization}`;
}
