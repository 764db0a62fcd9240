/** The address of a group's page; without a group, of the list. */
export function groupsPath(instanceId: string, group?: string): string {
  const list = `/instances/${instanceId}/groups`;
  return group === undefined ? list : `${list}/${group}`;
}
