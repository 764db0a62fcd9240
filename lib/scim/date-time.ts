const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))?$/i;

const MINUTE = 60_000;

// In UTC too the year keeps four digits and is not 0: PostgreSQL reads no other ISO 8601 form.
const FIRST = Date.parse("0001-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * The instant that a dateTime value (RFC 7643 §2.3.5: xsd:dateTime with date and time) names, in
 * milliseconds since 1970; finer fractions are cut, because no clock here keeps them. Without an
 * offset the time is UTC. Undefined when the text is no such date, or the date does not exist.
 */
export function parseInstant(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const milliseconds = Number((match[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  // A field out of range rolls over into the next one, and no longer reads as it was written.
  if (local.toISOString().slice(0, 19) !== text.slice(0, 19).toUpperCase()) return undefined;
  const offset = offsetMinutes(match[8], Number(match[9]), Number(match[10]));
  if (offset === undefined) return undefined;
  const instant = local.getTime() - offset * MINUTE;
  return instant >= FIRST && instant <= LAST ? instant : undefined;
}

function offsetMinutes(sign: string | undefined, hours: number, minutes: number): number | undefined {
  if (sign === undefined) return 0;
  // xsd:dateTime: at most 14:00.
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (sign === "-" ? -1 : 1) * (hours * 60 + minutes);
}
