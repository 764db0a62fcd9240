import metadata from "libphonenumber-js/min/metadata";
import { invalidValue } from "../error";

/**
 * A phone number (product.md, "Phone numbers"). What the client sent is what it reads
 * back; uniqueness is judged on the parsed pair.
 */
export interface Phone {
  /** The number in the form sent. */
  readonly value: string;
  /** The region in the form sent; undefined when it was not sent. */
  readonly regionSent: string | undefined;
  /** The country calling code, digits only. */
  readonly region: string;
  /** The national number, digits only. */
  readonly number: string;
}

/** Where neither the number nor the region names a country. */
const DEFAULT_REGION = "86";

/** The ITU's list of assigned country codes (Recommendation E.164), as libphonenumber keeps it. */
const CALLING_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(metadata.country_calling_codes),
  ...Object.keys(metadata.nonGeographic),
]);
const LONGEST_CALLING_CODE = Math.max(...[...CALLING_CODES].map((code) => code.length));

/**
 * @param value the number as sent, with or without a leading `+`
 * @param regionSent `phoneRegion` as sent
 * @throws DirectoryError invalid_value on phoneNumbers or phoneRegion
 */
export function parsePhone(value: string | undefined, regionSent: string | undefined): Phone | undefined {
  const region = regionSent === undefined ? undefined : parseRegion(regionSent);
  if (value === undefined) {
    if (regionSent === undefined) return undefined;
    throw invalidValue(
      "phoneRegion",
      `phoneRegion ${JSON.stringify(regionSent)} stands without a number. Send phoneNumbers with it, or remove both.`,
    );
  }
  const digits = digitsOf(value);
  if (!value.trimStart().startsWith("+")) {
    return { value, regionSent, region: region ?? DEFAULT_REGION, number: checkedNumber(value, digits) };
  }
  const code = callingCodeOf(value, digits);
  if (region !== undefined && region !== code) {
    throw invalidValue(
      "phoneRegion",
      `phoneRegion ${JSON.stringify(regionSent)} differs from the calling code ${code} of the number ${JSON.stringify(value)}. Send the one that is right, or the number alone.`,
    );
  }
  return { value, regionSent, region: code, number: checkedNumber(value, digits.slice(code.length)) };
}

/** The form by which two numbers are the same number. */
export function phoneKey(phone: Phone): string {
  return `${phone.region}:${phone.number}`;
}

function parseRegion(sent: string): string {
  const digits = sent.startsWith("+") ? sent.slice(1) : sent;
  if (!/^[0-9]{1,6}$/.test(digits)) {
    throw invalidValue(
      "phoneRegion",
      `phoneRegion must be a country calling code of 1 to 6 digits, such as 86; ${JSON.stringify(sent)} is not.`,
    );
  }
  if (!CALLING_CODES.has(digits)) {
    throw invalidValue(
      "phoneRegion",
      `phoneRegion ${JSON.stringify(sent)} is not a country calling code that the ITU has assigned.`,
    );
  }
  return digits;
}

/** Spaces, hyphens, dots and brackets are dropped; anything else but digits is refused. */
function digitsOf(value: string): string {
  const bare = value
    .trimStart()
    .replace(/^\+/, "")
    .replace(/[ \u00a0\-.()[\]]/g, "");
  if (!/^[0-9]+$/.test(bare)) {
    throw invalidValue(
      "phoneNumbers",
      `phoneNumbers value ${JSON.stringify(value)} must hold digits, with spaces, hyphens, dots and brackets between them and at most one leading +.`,
    );
  }
  return bare;
}

function callingCodeOf(value: string, digits: string): string {
  for (let length = LONGEST_CALLING_CODE; length > 0; length--) {
    const candidate = digits.slice(0, length);
    if (CALLING_CODES.has(candidate)) return candidate;
  }
  throw invalidValue(
    "phoneNumbers",
    `phoneNumbers value ${JSON.stringify(value)} does not begin with a country calling code that the ITU has assigned.`,
  );
}

function checkedNumber(value: string, number: string): string {
  if (number.length >= 6 && number.length <= 15) return number;
  throw invalidValue(
    "phoneNumbers",
    `phoneNumbers value ${JSON.stringify(value)} must have 6 to 15 digits after the calling code; it has ${number.length}.`,
  );
}
