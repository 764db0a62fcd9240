/** The address of the basic fields; with a part, of a page below. */
export function fieldsPath(instanceId: string, part = ""): string {
  return `/instances/${instanceId}/fields${part}`;
}
