import { badRequest } from "../error";
import type { JsonObject } from "../json";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../page-size";
import { quote } from "../path";
import { LIST_RESPONSE } from "../urn";

/** The parameters of a list (RFC 7644 §3.4.2), brought within their bounds. */
export interface ListQuery {
  /** As sent, not parsed yet. */
  readonly filter: string | undefined;
  readonly sortBy: string | undefined;
  readonly sortOrder: "ascending" | "descending";
  /** From 1. */
  readonly startIndex: number;
  /** 0 to 1,000; 0 asks for totalResults alone. */
  readonly count: number;
  readonly attributes: string | undefined;
  readonly excludedAttributes: string | undefined;
}

/**
 * Unknown parameters are ignored: Entra's tenant URL carries a flag of its own
 * (identity-providers.md). Bounds and defaults: protocol.md, "Lists".
 * @throws ScimError 400 invalidValue naming the parameter
 */
export function parseListQuery(params: URLSearchParams): ListQuery {
  if (params.has("cursor")) {
    throw badRequest(
      "invalidValue",
      "cursor: pagination by cursor is not supported yet, as /ServiceProviderConfig says; use startIndex and count.",
    );
  }
  const count = integer(params, "count") ?? DEFAULT_PAGE_SIZE;
  return {
    filter: only(params, "filter"),
    sortBy: only(params, "sortBy") || undefined,
    sortOrder: sortOrder(only(params, "sortOrder")),
    // Beyond the largest exact integer there is no resource, and no database offset either.
    startIndex: Math.min(Math.max(integer(params, "startIndex") ?? 1, 1), Number.MAX_SAFE_INTEGER),
    count: Math.min(Math.max(count, 0), MAX_PAGE_SIZE),
    attributes: only(params, "attributes"),
    excludedAttributes: only(params, "excludedAttributes"),
  };
}

/** One page of a list (RFC 7644 §3.4.2). @param startIndex the one asked for, from 1 */
export function listResponse(
  resources: readonly JsonObject[],
  totalResults: number,
  startIndex: number,
): JsonObject {
  return {
    schemas: [LIST_RESPONSE],
    totalResults,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

/** The value of a parameter, which must not be given twice: which of the two would hold? */
function only(params: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = params.getAll(name);
  if (more.length > 0) throw badRequest("invalidValue", `The parameter ${name} is given more than once.`);
  return value;
}

function integer(params: URLSearchParams, name: string): number | undefined {
  const text = only(params, name);
  if (text === undefined) return undefined;
  if (/^-?\d+$/.test(text)) return Number(text);
  throw badRequest("invalidValue", `The parameter ${name} must be an integer, not ${quote(text)}.`);
}

function sortOrder(text: string | undefined): "ascending" | "descending" {
  switch (text?.toLowerCase()) {
    case undefined:
    case "ascending":
      return "ascending";
    case "descending":
      return "descending";
    default:
      throw badRequest("invalidValue", "The parameter sortOrder must be ascending or descending.");
  }
}
