/** The address of an account's page; without an account, of the list. */
export function accountsPath(instanceId: string, account?: string, part = ""): string {
  const list = `/instances/${instanceId}/accounts`;
  return account === undefined ? `${list}${part}` : `${list}/${account}${part}`;
}
