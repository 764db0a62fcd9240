/** The address of an application's page; without a part, of its first tab. */
export function applicationPath(instanceId: string, applicationId: string, part = ""): string {
  return `/instances/${instanceId}/applications/${applicationId}${part}`;
}
