import { badRequest, ScimError } from "../error";
import { type AttributePath, pathText, resolvePath } from "../path";
import type { ResourceType } from "../schema/attribute";
import type { CompareOp, Filter, FilterValue } from "./ast";
import { comparison } from "./comparison";
import { filterError, lex, type Token } from "./lexer";
import { element, elementComparison, hasElements } from "./value-path";

/** protocol.md, "Filters". Depth counts parentheses and brackets open at once. */
const LIMITS = { characters: 2048, depth: 16, comparisons: 64 } as const;

const COMPARE_OPS: ReadonlyMap<string, CompareOp> = new Map(
  (["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const).map((op) => [op, op]),
);

const KEYWORD_VALUES: ReadonlyMap<string, FilterValue> = new Map<string, FilterValue>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

interface FilterOptions {
  /**
   * The status for a filter on an attribute that is never returned: 403 sensitive in a query
   * (RFC 7644 §7.5.2), 400 invalidFilter in a search.
   */
  readonly sensitive: 403 | 400;
}

/**
 * Parses a filter and resolves its paths against the type.
 * @throws ScimError 400 invalidFilter; 403 sensitive as the options say
 */
export function parseFilter(text: string, type: ResourceType, options: FilterOptions): Filter {
  return new FilterParser(text, type, options, undefined).parse();
}

/**
 * Parses what stands within the brackets of a value path in a PATCH (RFC 7644 §3.5.2).
 * @param outer the path before the brackets, as written, already resolved without error
 * @throws ScimError 400 invalidFilter
 */
export function parseElementFilter(text: string, outer: string, type: ResourceType): Filter {
  return new FilterParser(text, type, { sensitive: 400 }, outer).parse();
}

type Word = Extract<Token, { kind: "word" }>;

/** Recursive descent, one method for each level of precedence: or, and, not, the rest. */
class FilterParser {
  readonly #tokens: readonly Token[];
  readonly #type: ResourceType;
  readonly #options: FilterOptions;
  /** The attribute whose brackets we are in: there, names are its sub-attributes. */
  #outer: string | undefined;
  #position = 0;
  #depth = 0;
  #comparisons = 0;

  constructor(text: string, type: ResourceType, options: FilterOptions, outer: string | undefined) {
    // Twice the limit in UTF-16 units is over it in any characters, and need not be counted out.
    if (text.length > 2 * LIMITS.characters || [...text].length > LIMITS.characters) {
      throw badRequest("invalidFilter", `The filter has more than ${LIMITS.characters} characters.`);
    }
    this.#tokens = lex(text);
    this.#type = type;
    this.#options = options;
    this.#outer = outer;
  }

  parse(): Filter {
    const filter = this.#or();
    const rest = this.#peek();
    if (rest.kind !== "end")
      throw filterError("the filter should end here, or go on with and or or", rest.at);
    return filter;
  }

  #or(): Filter {
    let left = this.#and();
    while (this.#takeKeyword("or")) left = { kind: "or", left, right: this.#and() };
    return left;
  }

  #and(): Filter {
    let left = this.#not();
    while (this.#takeKeyword("and")) left = { kind: "and", left, right: this.#not() };
    return left;
  }

  // RFC 7644 figure 1: not stands before parentheses only; else it is an attribute of that name.
  #not(): Filter {
    if (this.#peek(1).kind !== "(" || !this.#takeKeyword("not")) return this.#operand();
    return { kind: "not", filter: this.#operand() };
  }

  #operand(): Filter {
    const token = this.#take();
    if (token.kind === "(") return this.#nested(")", token.at);
    if (token.kind !== "word") throw filterError("an attribute is missing", token.at);
    if (this.#peek().kind === "[") return this.#valuePath(token);
    return this.#attributeExpression(this.#resolve(token.text, token.at), token.at);
  }

  /** The rest of a bracketed filter, whose opening bracket has been taken. */
  #nested(close: ")" | "]", openedAt: number): Filter {
    this.#depth += 1;
    if (this.#depth > LIMITS.depth) {
      throw filterError(`it is nested more than ${LIMITS.depth} deep`, openedAt);
    }
    const filter = this.#or();
    const token = this.#take();
    if (token.kind !== close) throw filterError(`a ${close} is missing`, token.at);
    this.#depth -= 1;
    return filter;
  }

  #attributeExpression(path: AttributePath, at: number): Filter {
    this.#comparisons += 1;
    if (this.#comparisons > LIMITS.comparisons) {
      throw filterError(`it has more than ${LIMITS.comparisons} comparisons`, at);
    }
    const operator = this.#take();
    const name = operator.kind === "word" ? operator.text.toLowerCase() : undefined;
    if (name === "pr") return { kind: "present", path };
    const op = name === undefined ? undefined : COMPARE_OPS.get(name);
    if (op === undefined) {
      throw filterError("an operator is missing (eq, ne, co, sw, ew, pr, gt, ge, lt, le)", operator.at);
    }
    return comparison(path, op, this.#value(), at);
  }

  #value(): FilterValue {
    const token = this.#take();
    if (token.kind === "literal") return token.value;
    const value = token.kind === "word" ? KEYWORD_VALUES.get(token.text.toLowerCase()) : undefined;
    if (value !== undefined) return value;
    throw filterError(
      "a value is missing: a string in double quotes, a number, true, false or null",
      token.at,
    );
  }

  /** `emails[type eq "work"]`, and what Entra asks for: `emails[type eq "work"].value eq "…"`. */
  #valuePath(outer: Word): Filter {
    const opening = this.#take();
    if (this.#outer !== undefined) throw filterError("a value path cannot stand within another", opening.at);
    const path = this.#resolve(outer.text, outer.at);
    if (path.kind === "stored" && !hasElements(path)) {
      throw filterError(`${pathText(path)} has no sub-attributes to filter by`, opening.at);
    }
    this.#outer = outer.text;
    const inner = this.#nested("]", opening.at);
    this.#outer = undefined;
    const next = this.#peek();
    if (next.kind !== "word" || !next.text.startsWith(".")) return element(path, inner);
    this.#position += 1;
    const sub = this.#resolve(`${outer.text}${next.text}`, next.at);
    return elementComparison(path, inner, this.#attributeExpression(sub, next.at));
  }

  #resolve(text: string, at: number): AttributePath {
    if (this.#outer !== undefined && /[.:]/.test(text)) {
      throw filterError("within brackets only the names of sub-attributes may stand", at);
    }
    const qualified = this.#outer === undefined ? text : `${this.#outer}.${text}`;
    const path = resolvePath(qualified, this.#type, "invalidFilter");
    if (path.kind !== "stored" || path.attribute.returned !== "never") return path;
    throw this.#sensitive(pathText(path));
  }

  #sensitive(attribute: string): ScimError {
    const detail = `${attribute} is never shown, and so cannot be filtered by.`;
    const { sensitive } = this.#options;
    return new ScimError(sensitive, sensitive === 403 ? "sensitive" : "invalidFilter", detail);
  }

  #takeKeyword(keyword: "and" | "or" | "not"): boolean {
    const token = this.#peek();
    if (token.kind !== "word" || token.text.toLowerCase() !== keyword) return false;
    this.#position += 1;
    return true;
  }

  #take(): Token {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }

  #peek(ahead = 0): Token {
    return this.#tokens[this.#position + ahead] ?? { kind: "end", at: this.#tokens.at(-1)?.at ?? 0 };
  }
}
