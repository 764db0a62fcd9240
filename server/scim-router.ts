import { isAmbiguous, type RequestPath } from "./request-path";

type RouteParams = Record<string, string | string[]>;

interface Context {
  readonly params: Promise<object>;
}

type Answer = Promise<Response> | Response;

/**
 * What a route.ts exports: a function for each method that it answers. Written as methods,
 * whose parameters TypeScript compares both ways: which parameters there are is the
 * pattern's to say (`{ id: string }` for `[id]`), as with Next.
 */
export interface RouteModule {
  GET?(request: Request, context: Context): Answer;
  HEAD?(request: Request, context: Context): Answer;
  POST?(request: Request, context: Context): Answer;
  PUT?(request: Request, context: Context): Answer;
  PATCH?(request: Request, context: Context): Answer;
  DELETE?(request: Request, context: Context): Answer;
  OPTIONS?(request: Request, context: Context): Answer;
}

export type RouteMethod = keyof RouteModule;

/** A route file: its folder below app/, and what it exports. */
export interface Route {
  /** In Next's notation: `/scim/v2/Users/[id]`, `/scim/v2/Schemas/[[...id]]`, `/scim/v2/[...path]`. */
  readonly pattern: string;
  readonly module: RouteModule;
}

export interface RouteMatch {
  readonly module: RouteModule;
  readonly params: RouteParams;
}

/** The parameter of the routes that take what no other does, and refuse it. */
const REFUSING = "path";

interface Node {
  readonly children: Map<string, Node>;
  module: RouteModule | undefined;
  single: { readonly name: string; readonly node: Node } | undefined;
  rest: { readonly name: string; readonly module: RouteModule; readonly refuses: boolean } | undefined;
}

/**
 * Finds the route of a path with the precedence of Next's file routes: a static segment,
 * then `[id]`, then `[...path]`.
 *
 * Segments were decoded once and are compared as they are. A path that some reader could
 * take for another one (an empty segment, `.` and `..`, an encoded slash) matches nothing
 * but `[...path]` or `[[...path]]`, the routes that say no (Zitadel routed an encoded path
 * that it did not authenticate: platform.md, "Security lessons of others").
 */
export function createRouter(routes: readonly Route[]): (path: RequestPath) => RouteMatch | undefined {
  const root = emptyNode();
  for (const route of routes) addRoute(root, route);
  return (path) => {
    const ambiguous = path.segments.some(isAmbiguous);
    return find(root, path.segments, 0, {}, ambiguous);
  };
}

function emptyNode(): Node {
  return { children: new Map(), module: undefined, single: undefined, rest: undefined };
}

const PARAMETER = /^\[(?:\[)?(\.\.\.)?(\w+)\]{1,2}$/;

function addRoute(root: Node, { pattern, module }: Route): void {
  let node = root;
  for (const segment of pattern.split("/").slice(1)) {
    const parameter = PARAMETER.exec(segment);
    const name = parameter?.[2];
    if (parameter === null || name === undefined) {
      node = staticChild(node, segment);
    } else if (parameter[1] !== undefined) {
      node.rest = { name, module, refuses: name === REFUSING };
      // [[...id]] stands for the path without it, too.
      if (segment.startsWith("[[")) node.module = module;
      return;
    } else {
      node.single ??= { name, node: emptyNode() };
      node = node.single.node;
    }
  }
  node.module = module;
}

function staticChild(node: Node, segment: string): Node {
  const known = node.children.get(segment);
  if (known) return known;
  const child = emptyNode();
  node.children.set(segment, child);
  return child;
}

function find(
  node: Node,
  segments: readonly string[],
  index: number,
  params: RouteParams,
  ambiguous: boolean,
): RouteMatch | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.module && !ambiguous ? { module: node.module, params } : undefined;
  const child = node.children.get(segment);
  const exact = child && find(child, segments, index + 1, params, ambiguous);
  if (exact) return exact;
  if (node.single && !ambiguous) {
    const { name, node: next } = node.single;
    const found = find(next, segments, index + 1, { ...params, [name]: segment }, ambiguous);
    if (found) return found;
  }
  if (!node.rest || (ambiguous && !node.rest.refuses)) return undefined;
  return { module: node.rest.module, params: { ...params, [node.rest.name]: segments.slice(index) } };
}
