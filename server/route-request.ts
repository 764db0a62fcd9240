import { scimErrorResponse } from "./scim-error";
import type { RouteMatch, RouteMethod } from "./scim-router";

const METHODS: readonly RouteMethod[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Calls a route's function as Next does: the request, and the parameters as a promise.
 * A method that no route file can export (TRACE, PROPFIND) is answered like one that the
 * path lacks: OPTIONS knows whether the caller may ask at all, and which there are.
 */
export async function routeRequest({ module, params }: RouteMatch, request: Request): Promise<Response> {
  const context = { params: Promise.resolve(params) };
  const method = METHODS.find((known) => known === request.method);
  const handler = method && module[method];
  if (handler) return handler(request, context);
  const options = await module.OPTIONS?.(request, context);
  if (options && options.status >= 400) return options;
  const allow = options?.headers.get("allow") ?? METHODS.filter((known) => module[known]).join(", ");
  const detail = `The method ${request.method} is not allowed here. Allowed: ${allow}.`;
  return scimErrorResponse(405, detail, { allow });
}
