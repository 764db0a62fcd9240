import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import { closeDatabase, useDatabase as putDatabase } from "@/lib/db/client";
import { flushRequestLog } from "@/lib/directory/logs/requests/writer";
import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/scim/json";
import { ERROR } from "@/lib/scim/urn";
import { requestPath } from "@/server/request-path";
import { routeRequest } from "@/server/route-request";
import { ROUTES } from "@/server/routes";
import { createRouter } from "@/server/scim-router";
import type { TestDatabase } from "./databases";

// Encrypted fields need a key before the environment is read; none is left in DATA_DIR.
process.env.ENCRYPTION_KEY ??= randomBytes(32).toString("base64");

export const ORIGIN = "http://directory.test";
export const BASE = `${ORIGIN}/scim/v2`;

export type HeaderValues = Readonly<Record<string, string>>;

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** {} where there is no body. */
  readonly body: JsonObject;
}

/** What goes over the wire: an object as JSON, everything else as it is. */
export type Body = JsonObject | string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

const route = createRouter(ROUTES);

/** Sends a request to the route functions, as the server does, without a connection. @param path below the origin */
export async function send(
  method: string,
  path: string,
  headers: HeaderValues = {},
  body?: Body,
): Promise<Answer> {
  const match = route(requestPath(path) ?? { segments: [] });
  if (!match) throw new Error(`No route takes ${path}.`);
  const request = new Request(new URL(path, ORIGIN), { method, headers, ...bodyOf(body) });
  const response = await routeRequest(match, request);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === "" ? {} : JSON.parse(text),
  };
}

function bodyOf(body: Body | undefined): { body?: BodyInit; duplex?: "half" } {
  if (body === undefined) return {};
  if (body instanceof ReadableStream) return { body, duplex: "half" };
  return { body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body) };
}

/** What an application does with its token, below the SCIM Base URL. */
export interface ScimClient {
  request(method: string, path: string, body?: Body, headers?: HeaderValues): Promise<Answer>;
  get(path: string, headers?: HeaderValues): Promise<Answer>;
  /** A list, its parameters encoded. */
  list(path: string, query: HeaderValues): Promise<Answer>;
  post(path: string, body: Body, headers?: HeaderValues): Promise<Answer>;
  put(path: string, body: Body, headers?: HeaderValues): Promise<Answer>;
  patch(path: string, operations: readonly JsonObject[], headers?: HeaderValues): Promise<Answer>;
  delete(path: string, headers?: HeaderValues): Promise<Answer>;
  /** The id of a new resource; fails unless it is one. */
  create(path: string, resource: JsonObject): Promise<string>;
}

/** @param token undefined: none is sent */
export function scimClient(token: string | undefined): ScimClient {
  const common: HeaderValues = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    accept: "application/scim+json",
  };
  const request: ScimClient["request"] = (method, path, body, headers = {}) => {
    const type = body === undefined ? {} : { "content-type": "application/scim+json" };
    return send(method, `/scim/v2${path}`, { ...common, ...type, ...headers }, body);
  };
  return {
    request,
    get: (path, headers) => request("GET", path, undefined, headers),
    list: (path, query) => request("GET", `${path}?${new URLSearchParams(query)}`),
    post: (path, body, headers) => request("POST", path, body, headers),
    put: (path, body, headers) => request("PUT", path, body, headers),
    patch: (path, operations, headers) => request("PATCH", path, { Operations: operations }, headers),
    delete: (path, headers) => request("DELETE", path, undefined, headers),
    create: async (path, resource) => {
      const answer = await request("POST", path, resource);
      expect(answer.status, answer.text).toBe(201);
      return textAt(answer.body, "id");
    },
  };
}

export function textAt(object: JsonObject, name: string): string {
  const value = object[name];
  if (typeof value === "string") return value;
  throw new Error(`${name} is no text in ${JSON.stringify(object)}.`);
}

/** An object within an object, such as `meta`; {} when it is not there. */
export function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}

/** A list of objects, such as `Resources`; none when it is not there. */
export function objectsAt(object: JsonObject, name: string): readonly JsonObject[] {
  const value: JsonValue | undefined = object[name];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The ids of the resources of a list, in its order. */
export function idsOf({ body }: Answer): readonly string[] {
  return objectsAt(body, "Resources").map((resource) => textAt(resource, "id"));
}

export interface ErrorExpectation {
  readonly status: number;
  readonly scimType?: string | undefined;
  readonly detail?: RegExp | string | undefined;
}

const LEAK = /\bat [\w./<]+[:(]|SELECT |INSERT |node_modules|\.ts\b|password_hash|pg_|PGlite|Prisma/;

/** A SCIM error (RFC 7644 §3.12), whole: nothing in it that does not belong there. */
export function expectError(answer: Answer, { status, scimType, detail }: ErrorExpectation): void {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/scim+json");
  expect(answer.body).toEqual({
    schemas: [ERROR],
    status: String(status),
    ...(scimType !== undefined && { scimType }),
    detail: expect.any(String),
  });
  expect(answer.body.detail).toMatch(/[.)]$/);
  expect(answer.text).not.toMatch(LEAK);
  if (detail !== undefined) expect(answer.body.detail).toMatch(detail);
}

/** Gives the tests of the suite a database of their own, and its request log time to be written. */
export function onDatabase({ open }: TestDatabase): void {
  beforeAll(async () => putDatabase(await open()));
  afterAll(async () => {
    await flushRequestLog();
    await closeDatabase();
  });
}
