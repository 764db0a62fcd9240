import { z } from "zod";
import { invalidValue } from "../error";

const MAXIMUM_LENGTH = 128;

// RFC 5321 §4.1.2 dot-string and domain, with the letters of RFC 6531. A quoted local
// part, an address literal and a domain of one label are refused: no mail reaches them.
const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
const ADDRESS = z.email({ pattern: new RegExp(`^${ATOM}(?:\\.${ATOM})*@${LABEL}(?:\\.${LABEL})+$`, "u") });

/** @throws DirectoryError invalid_value on emails */
export function checkedEmail(value: string): string {
  if (value.length > MAXIMUM_LENGTH) {
    throw invalidValue(
      "emails",
      `An email may have at most ${MAXIMUM_LENGTH} characters; this one has ${value.length}.`,
    );
  }
  if (!ADDRESS.safeParse(value).success) {
    throw invalidValue("emails", `emails value ${JSON.stringify(value)} is not an email address.`);
  }
  return value;
}
