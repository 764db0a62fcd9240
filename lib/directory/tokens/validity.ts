import { z } from "zod";
import { invalidValue } from "../error";

const DAY = 86_400_000;

/** 3 years on the same date: 365 + 365 + 366 days at most. */
const MOST_DAYS = 1096;

/** For so many days, or through the whole of a last day (UTC). */
export const Validity = z.union(
  [z.strictObject({ days: z.number() }), z.strictObject({ until: z.string() })],
  { error: "Say for how many days the token is valid, or until which date." },
);

const BOUNDS = `A token is valid for 1 to ${MOST_DAYS.toLocaleString("en")} days (3 years)`;

/** When a token made at `now` expires. @throws DirectoryError invalid_value beyond 1 day to 3 years */
export function expiryOf(validity: z.output<typeof Validity>, now: Date): Date {
  return "days" in validity ? afterDays(validity.days, now) : endOfDay(validity.until, now);
}

function afterDays(days: number, now: Date): Date {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw invalidValue("days", `${BOUNDS}, both included; ${days} is outside.`);
  }
  return new Date(now.getTime() + days * DAY);
}

function endOfDay(until: string, now: Date): Date {
  if (!z.iso.date().safeParse(until).success) {
    throw invalidValue("until", `The date must have the form YYYY-MM-DD; ${JSON.stringify(until)} has not.`);
  }
  const midnight = Date.parse(until);
  const days = (midnight - Math.floor(now.getTime() / DAY) * DAY) / DAY;
  if (days < 1 || days > MOST_DAYS) {
    const first = dateAfter(1, now);
    const last = dateAfter(MOST_DAYS, now);
    throw invalidValue("until", `${BOUNDS}: until ${first} at the earliest and ${last} at the latest.`);
  }
  return new Date(midnight + DAY - 1);
}

function dateAfter(days: number, now: Date): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
}
