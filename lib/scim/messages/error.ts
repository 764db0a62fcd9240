import type { ScimError } from "../error";
import type { JsonObject } from "../json";
import { ERROR } from "../urn";

/** An error as the body of an answer (RFC 7644 §3.12): the status is a string there. */
export function errorBody(error: ScimError): JsonObject {
  return {
    schemas: [ERROR],
    status: String(error.status),
    ...(error.scimType !== undefined && { scimType: error.scimType }),
    detail: error.message,
  };
}
