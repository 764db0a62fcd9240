import { clientAddress, publicOrigin } from "@/lib/address";
import { authenticate } from "@/lib/auth/bearer";
import { requireEnabled, requireScenario } from "@/lib/auth/permissions";
import type { Scenario } from "@/lib/directory/applications/application";
import type { Caller } from "@/lib/directory/callers/caller";
import { newId } from "@/lib/directory/id";
import { logger } from "@/lib/log";
import { ScimError } from "@/lib/scim/error";
import type { JsonObject } from "@/lib/scim/json";
import { acceptsScim } from "@/lib/scim/messages/content";
import { limitRate } from "./rate-limit";
import { type RequestTrace, traceRequest } from "./request-trace";
import { readBody } from "./scim-body";
import { scimErrorOf } from "./scim-error";
import { errorAnswer, responseOf, type ScimAnswer } from "./scim-response";

/** What a handler may use. It never sees the Authorization header. */
export interface ScimContext<Params, Who = Caller> {
  readonly caller: Who;
  readonly url: URL;
  readonly params: Params;
  /** The SCIM Base URL, without a slash at its end. */
  readonly base: string;
  readonly headers: Headers;
  /** The body, read at the first call. @throws ScimError 400, 413, 415 */
  readonly body: () => Promise<JsonObject>;
  /** Notes attributes that were accepted and not stored, for the request log. */
  readonly ignore: (attributes: readonly string[]) => void;
}

type Handler<Params, Who> = (context: ScimContext<Params, Who>) => Promise<ScimAnswer>;

/** A web-standard route function, as Next and server/ call it. */
export type RouteFunction<Params> = (
  request: Request,
  context: { readonly params: Promise<Params> },
) => Promise<Response>;

/**
 * A route for applications: the token becomes the caller, the caller is held to its rate
 * and its permissions, errors become SCIM, and the call is logged.
 *
 * @param scenario what the caller must be permitted, or "any" for what needs a token alone
 */
export function scimRoute<Params = unknown>(
  scenario: Scenario | "any",
  handler: Handler<Params, Caller>,
): RouteFunction<Params> {
  return route(async (context, identify) => {
    const caller = await identify();
    if (scenario !== "any") requireScenario(caller, scenario);
    return handler({ ...context, caller });
  });
}

/** A route that answers without a token too; one that is sent must be good (protocol.md, "Endpoints"). */
export function discoveryRoute<Params = unknown>(
  handler: Handler<Params, Caller | undefined>,
): RouteFunction<Params> {
  return route(async (context, identify) => {
    const caller = context.headers.has("authorization") ? await identify() : undefined;
    return handler({ ...context, caller });
  });
}

/** A route that always refuses, whoever asks. */
export function refusingRoute(refusal: () => ScimError): RouteFunction<unknown> {
  return route(async () => {
    throw refusal();
  });
}

/** 405 for the verbs that a path lacks (RFC 9110 §15.5.6). @param allowed as the header lists them */
export function methodNotAllowed(allowed: string): RouteFunction<unknown> {
  return refusingRoute(
    () => new ScimError(405, undefined, `This path answers ${allowed} only.`, { Allow: allowed }),
  );
}

type Unidentified<Params> = Omit<ScimContext<Params>, "caller">;

function route<Params>(
  answer: (context: Unidentified<Params>, identify: () => Promise<Caller>) => Promise<ScimAnswer>,
): RouteFunction<Params> {
  return async (request, { params }) => {
    const trace: RequestTrace = {
      id: newId("request"),
      time: new Date(),
      started: performance.now(),
      caller: undefined,
      body: undefined,
      ignored: [],
    };
    const url = new URL(request.url);
    const result = await attempt(trace, async () => {
      const context = contextOf(request, url, await params, trace);
      return answer(context, () => identify(request, trace));
    });
    const text = result.body === undefined ? undefined : JSON.stringify(result.body);
    traceRequest(trace, request, url, result, text);
    return responseOf(result, request.method === "HEAD" ? undefined : text);
  };
}

async function attempt(trace: RequestTrace, work: () => Promise<ScimAnswer>): Promise<ScimAnswer> {
  try {
    return await work();
  } catch (error) {
    const known = scimErrorOf(error);
    if (known) return errorAnswer(known);
    logger().error({ err: error, request: trace.id }, "A SCIM request failed");
    return errorAnswer(
      new ScimError(
        500,
        undefined,
        `The server failed to answer. An administrator finds the cause under ${trace.id}.`,
      ),
    );
  }
}

async function identify(request: Request, trace: RequestTrace): Promise<Caller> {
  const address = clientAddress(request.headers);
  const caller = await authenticate(request.headers.get("authorization"), trace.time, { address });
  trace.caller = caller;
  limitRate(caller.applicationId, trace.time.getTime());
  requireEnabled(caller);
  if (acceptsScim(request.headers.get("accept"))) return caller;
  throw new ScimError(
    406,
    undefined,
    "The header Accept excludes application/scim+json and application/json, and nothing else is spoken here.",
  );
}

function contextOf<Params>(
  request: Request,
  url: URL,
  params: Params,
  trace: RequestTrace,
): Unidentified<Params> {
  return {
    url,
    params,
    base: `${publicOrigin(url, request.headers)}/scim/v2`,
    headers: request.headers,
    body: async () => {
      trace.body = await readBody(request);
      return trace.body.json;
    },
    ignore: (attributes) => trace.ignored.push(...attributes),
  };
}
