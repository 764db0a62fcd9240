import { z } from "zod";
import { ENTERPRISE_USER_SCHEMA, GROUP_SCHEMA, USER_SCHEMA } from "@/lib/scim/urn";

const Resource = z.object({ id: z.string() });
const List = z.object({ totalResults: z.number() });

const AT_ONCE = 8;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A SCIM client such as an application has: it knows a base URL and a token, nothing else. */
export class ScimClient {
  /** Every call that it has made. */
  calls = 0;

  readonly #baseUrl: string;
  readonly #token: string;

  constructor(baseUrl: string, token: string) {
    this.#baseUrl = baseUrl;
    this.#token = token;
  }

  async call(method: string, path: string, body?: object): Promise<Answer> {
    this.calls += 1;
    const response = await fetch(`${this.#baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/scim+json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  /** Looks each account up and creates it, as clients do; answers the ids. */
  async createAccounts(count: number, organizationId?: string): Promise<string[]> {
    const ids: string[] = [];
    const waiting = Array.from({ length: count }, (_, index) => index + 1);
    const work = async () => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        ids[number - 1] = await this.#createAccount(number, organizationId);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return ids;
  }

  async #createAccount(number: number, organizationId?: string): Promise<string> {
    const userName = `person.${String(number).padStart(3, "0")}@example.com`;
    const filter = new URLSearchParams({ filter: `userName eq "${userName}"` });
    const found = await this.call("GET", `/Users?${filter}`);
    if (List.parse(found.body).totalResults !== 0) throw new Error(`${userName} was there already.`);
    return created(
      await this.call("POST", "/Users", {
        schemas: [USER_SCHEMA],
        userName,
        externalId: `external-${number}`,
        displayName: `Person ${number}`,
        active: true,
        emails: [{ type: "work", value: userName, primary: true }],
        ...(organizationId !== undefined && { [ENTERPRISE_USER_SCHEMA]: { organizationId } }),
      }),
    );
  }

  async createGroup(displayName: string, members: readonly string[]): Promise<string> {
    return created(
      await this.call("POST", "/Groups", {
        schemas: [GROUP_SCHEMA],
        displayName,
        members: members.map((value) => ({ value })),
      }),
    );
  }

  /** How many resources of a kind it sees. */
  async total(path: "/Users" | "/Groups"): Promise<number> {
    const { body } = await this.call("GET", `${path}?count=0`);
    return List.parse(body).totalResults;
  }
}

function created({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`Not created: ${status} ${JSON.stringify(body)}`);
  return Resource.parse(body).id;
}
