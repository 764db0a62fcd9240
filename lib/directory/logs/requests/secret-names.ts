export const REMOVED = "[removed]";

/** Names whose value is a secret wherever they stand, in lower case. */
const ALWAYS_SECRET: readonly string[] = [
  "password",
  "token",
  "secret",
  "client_secret",
  "access_token",
  "refresh_token",
];

const ALWAYS: ReadonlySet<string> = new Set(ALWAYS_SECRET);

/** The names that stand for a secret in one application's messages. */
export interface SecretNames {
  /** Keys of the encrypted extended fields, secret under any URN. */
  readonly encryptedKeys: ReadonlySet<string>;
  /** Whether a lower-case path or filter names a secret at any place in it. */
  anywhere(expression: string): boolean;
}

/** The names that hold for an application without encrypted fields. */
const NO_FIELDS: SecretNames = {
  encryptedKeys: new Set(),
  anywhere: (expression) => words(expression).some((word) => ALWAYS.has(word)),
};

/**
 * Only the key of `urn:key` counts: a client whose namespace is set wrong still sends
 * the secret, under a URN that this application does not know.
 */
export function secretNames(encryptedAttributes: ReadonlySet<string>): SecretNames {
  if (encryptedAttributes.size === 0) return NO_FIELDS;
  const encryptedKeys = new Set([...encryptedAttributes].map(lastPart));
  return {
    encryptedKeys,
    anywhere: (expression) => words(expression).some((word) => ALWAYS.has(word) || encryptedKeys.has(word)),
  };
}

/** Whether the value beside this lower-case key is a secret: `password`, `URN:key`, `password.x`. */
export function namesSecret(name: string, names: SecretNames, inNamespace: boolean): boolean {
  if (ALWAYS.has(name)) return true;
  const qualified = name.startsWith("urn:");
  if (inNamespace && names.encryptedKeys.has(name)) return true;
  if (!qualified) return name.includes(".") && words(name).some((word) => ALWAYS.has(word));
  // Of a URN itself only the end is a name: NAMESPACE:key, NAMESPACE:key.x or NAMESPACE.key.
  return words(lastPart(name)).some((word) => ALWAYS.has(word) || names.encryptedKeys.has(word));
}

const WORD = /[\p{L}\p{N}_$-]+/gu;

function words(expression: string): readonly string[] {
  return expression.match(WORD) ?? [];
}

function lastPart(urn: string): string {
  return urn.slice(urn.lastIndexOf(":") + 1);
}

/** Bearer tokens have a form by which they are found (product.md, "Bearer tokens" 3), client secrets likewise. */
const TOKEN = /idaas_[a-z]{3}_[A-Za-z0-9]+/g;

/** Takes tokens out of any text, as a last resort: no place is known where one may stand. */
export function withoutTokens(text: string): string {
  return text.includes("idaas_") ? text.replace(TOKEN, REMOVED) : text;
}
