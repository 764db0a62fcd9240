import { DirectoryError } from "../../error";

/** What SCIM and the rules that it shares with the console call a field, and what the console calls it. */
const WORDS: ReadonlyArray<readonly [scim: string, field: string, word: string]> = [
  ["userName", "username", "username"],
  ["displayName", "displayName", "display name"],
  ["emails", "email", "email"],
  ["phoneNumbers", "phoneNumber", "phone number"],
  ["phoneRegion", "phoneRegion", "area code"],
];

/** A rule of the directory, whose refusal speaks of the console's fields in the console's words. */
export function inConsoleWords<T>(rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    throw error instanceof DirectoryError ? consoleRefusal(error) : error;
  }
}

export function consoleRefusal({ problem, message, field }: DirectoryError): DirectoryError {
  const known = WORDS.find(([scim]) => scim === field);
  let text = message;
  for (const [scim, , word] of WORDS) text = text.replace(new RegExp(`\\b${scim}\\b`, "g"), word);
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return new DirectoryError(problem, sentence, known?.[1] ?? field);
}
