import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DirectoryError } from "../error";
import { parsePhone, phoneKey } from "./phone";

/** The rules of product.md, "Phone numbers", row by row: sent → parsed, read back as sent. */
const accepted: ReadonlyArray<
  [rule: string, value: string, regionSent: string | undefined, region: string, number: string]
> = [
  ["1 the calling code is split off", "+8613800138000", undefined, "86", "13800138000"],
  ["1 one digit", "+12025550123", undefined, "1", "2025550123"],
  ["1 one digit, Russia", "+79161234567", undefined, "7", "9161234567"],
  ["1 three digits are the longest match", "+352621123456", undefined, "352", "621123456"],
  ["1 two digits, not three", "+4915123456789", undefined, "49", "15123456789"],
  ["1 three digits, Hong Kong", "+85251234567", undefined, "852", "51234567"],
  ["1 a code without a country", "+870773123456", undefined, "870", "773123456"],
  ["1 spaces", "+86 138 0013 8000", undefined, "86", "13800138000"],
  ["1 hyphens", "+1-202-555-0123", undefined, "1", "2025550123"],
  ["1 dots", "+1.202.555.0123", undefined, "1", "2025550123"],
  ["1 brackets", "+44 (20) 7946 0123", undefined, "44", "2079460123"],
  ["1 the region agrees", "+8613800138000", "86", "86", "13800138000"],
  ["4 a leading + on the region", "+8613800138000", "+86", "86", "13800138000"],
  ["2 no region is 86", "13800138000", undefined, "86", "13800138000"],
  ["2 region as given", "2025550123", "1", "1", "2025550123"],
  ["2 region with +", "621123456", "+352", "352", "621123456"],
  ["2 separators dropped", "138-0013-8000", undefined, "86", "13800138000"],
  [
    "2 a number that looks like a calling code stays whole",
    "4915123456789",
    undefined,
    "86",
    "4915123456789",
  ],
  ["3 6 digits are enough", "123456", undefined, "86", "123456"],
  ["3 15 digits are not too many", "123456789012345", undefined, "86", "123456789012345"],
  ["3 6 digits after the code", "+1202555", undefined, "1", "202555"],
];

const refused: ReadonlyArray<
  [rule: string, value: string | undefined, regionSent: string | undefined, field: string, named: string[]]
> = [
  ["1 region differs", "+8613800138000", "1", "phoneRegion", ['"1"', "86"]],
  ["1 region differs, + tolerated", "+12025550123", "+44", "phoneRegion", ['"+44"', "calling code 1"]],
  ["3 unknown calling code", "+999123456789", undefined, "phoneNumbers", ["+999123456789"]],
  ["3 unknown region", "13800138000", "999", "phoneRegion", ["999"]],
  ["3 5 digits", "12345", undefined, "phoneNumbers", ["6 to 15"]],
  ["3 16 digits", "1234567890123456", undefined, "phoneNumbers", ["6 to 15"]],
  ["3 too short after the code", "+1202", undefined, "phoneNumbers", ["6 to 15"]],
  ["3 letters", "+86138CALLNOW", undefined, "phoneNumbers", ["digits"]],
  ["3 an extension", "+12025550123 ext 4", undefined, "phoneNumbers", ["digits"]],
  ["3 a second +", "+86+13800138000", undefined, "phoneNumbers", ["digits"]],
  ["3 digits of another script", "+٨٦١٣٨٠٠١٣٨٠٠٠", undefined, "phoneNumbers", ["digits"]],
  ["3 empty", "", undefined, "phoneNumbers", ["digits"]],
  ["3 a lone +", "+", undefined, "phoneNumbers", ["digits"]],
  ["3 region with letters", "13800138000", "CN", "phoneRegion", ["1 to 6 digits"]],
  ["3 region of 7 digits", "13800138000", "8686868", "phoneRegion", ["1 to 6 digits"]],
  ["3 region empty", "13800138000", "", "phoneRegion", ["1 to 6 digits"]],
  ["3 a region with no number", undefined, "86", "phoneRegion", ["without a number"]],
];

describe("phone numbers", () => {
  test.each(accepted)("%s: %j with region %j", (_rule, value, regionSent, region, number) => {
    expect(parsePhone(value, regionSent)).toEqual({ value, regionSent, region, number });
  });

  test.each(refused)("%s: %j with region %j is refused on %s", (_rule, value, regionSent, field, named) => {
    const refusal = refusalOf(() => parsePhone(value, regionSent));
    expect(refusal.problem).toBe("invalid_value");
    expect(refusal.field).toBe(field);
    for (const word of named) expect(refusal.message).toContain(word);
  });

  test("neither number nor region is no phone", () => {
    expect(parsePhone(undefined, undefined)).toBeUndefined();
  });

  test("the same number in two forms is one number", () => {
    const forms = ["+86 138-0013-8000", "+8613800138000", "13800138000"];
    expect(new Set(forms.map((form) => phoneKey(phoneOf(form)))).size).toBe(1);
  });

  test("a number that was accepted is accepted again, and means the same", () => {
    const digits = fc.stringMatching(/^[0-9]{6,15}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom("", " ", "-", "."), (number, separator) => {
        const sent = [...number].join(separator);
        const phone = phoneOf(sent);
        expect(phoneOf(`+${phone.region}${phone.number}`).number).toBe(phone.number);
        expect(phone.value).toBe(sent);
      }),
    );
  });
});

function phoneOf(value: string) {
  const phone = parsePhone(value, undefined);
  if (!phone) throw new Error("A number is expected.");
  return phone;
}

function refusalOf(work: () => unknown): DirectoryError {
  try {
    work();
  } catch (error) {
    if (error instanceof DirectoryError) return error;
    throw error;
  }
  throw new Error("A refusal is expected.");
}
