import type { JsonObject } from "@/lib/scim/json";
import { type Answer, type HeaderValues, scimClient, textAt } from "./scim-client";

export type Operation = JsonObject & { readonly op: string };

/** What an application does with its token, in the words of the directory's rules. */
export interface Client {
  get(path: string): Promise<Answer>;
  post(path: string, body: JsonObject): Promise<Answer>;
  put(path: string, body: JsonObject): Promise<Answer>;
  patch(path: string, ...operations: readonly Operation[]): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** A list with a filter. */
  find(path: string, filter: string): Promise<Answer>;
  /** The id of a new account; fails unless it is one. */
  newAccount(account: JsonObject): Promise<string>;
  newGroup(group: JsonObject): Promise<string>;
}

export function clientOf({ token }: { readonly token: string }): Client {
  const client = scimClient(token);
  return {
    get: (path) => client.get(path),
    post: (path, body) => client.post(path, body),
    put: (path, body) => client.put(path, body),
    patch: (path, ...operations) => client.patch(path, operations),
    delete: (path) => client.delete(path),
    find: (path, filter) => client.list(path, { filter }),
    newAccount: (account) => client.create("/Users", account),
    newGroup: (group) => client.create("/Groups", group),
  };
}

/** A request with these headers and no token but what they hold. @param path below the SCIM Base URL */
export function sendWith(
  headers: HeaderValues,
  method: string,
  path: string,
  body?: JsonObject,
): Promise<Answer> {
  return scimClient(undefined).request(method, path, body, headers);
}

export function idOf({ body }: Answer): string {
  return textAt(body, "id");
}

/** The answers' statuses, each with how often it came. */
export function statuses(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
