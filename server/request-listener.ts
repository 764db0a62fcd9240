import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import { logger } from "@/lib/log";
import { LimitedIncoming } from "./limited-incoming";
import { setPeerAddress } from "./peer-address";
import { type RequestPath, requestPath } from "./request-path";
import { routeRequest } from "./route-request";
import { scimErrorResponse } from "./scim-error";
import { createRouter, type Route, type RouteMatch } from "./scim-router";

/** Answers what no route does: Next's request handler, or a plain 404. */
export type Fallback = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> | void;

/** Below these no page stands, so that nothing of them goes to Next (which would answer in HTML). */
const OWN_ROOTS: ReadonlySet<string> = new Set(["scim", "oauth2"]);

/**
 * One listener for all requests: a path that has a route goes straight to its function,
 * what is left below /scim gets a SCIM error, and anything else goes to `fallback`.
 */
export function createRequestListener(routes: readonly Route[], fallback: Fallback): RequestListener {
  const route = createRouter(routes);
  const matches = new WeakMap<object, RouteMatch>();
  const toRoute = getRequestListener(
    (request, { incoming }) => {
      const match = matches.get(incoming);
      return match ? routeRequest(match, request) : scimErrorResponse(404, "Nothing is served at this path.");
    },
    { errorHandler: errorResponse },
  );
  const badPath = getRequestListener(
    () => scimErrorResponse(400, "The path holds a percent sign that does not begin an escape of UTF-8."),
    { errorHandler: errorResponse },
  );

  return (incoming, outgoing) => {
    setPeerAddress(incoming);
    if (incoming instanceof LimitedIncoming && hasBody(incoming)) {
      outgoing.once("finish", () => incoming.discardRest());
    }
    const path = requestPath(incoming.url ?? "");
    if (path === undefined) return badPath(incoming, outgoing);
    const match = route(path);
    if (match) {
      matches.set(incoming, match);
      return toRoute(incoming, outgoing);
    }
    if (isOwn(path)) return toRoute(incoming, outgoing);
    return fallback(incoming, outgoing);
  };
}

/** RFC 9112 §6: what announces a body. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}

function isOwn({ segments }: RequestPath): boolean {
  return OWN_ROOTS.has(segments[0] ?? "");
}

/** Only what the routes did not catch: a broken request line, or a bug. */
function errorResponse(error: unknown): Response {
  if (error instanceof RequestError) {
    return scimErrorResponse(400, "The request's target or Host header is not understood.");
  }
  logger().error({ err: error }, "A route failed.");
  return scimErrorResponse(500, "The server failed to answer this request. Its log says why.");
}
