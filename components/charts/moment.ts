export type Span = "minute" | "hour" | "day";

const SHORT: Record<Span, Intl.DateTimeFormat> = {
  minute: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }),
  hour: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }),
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }),
};

const LONG = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const LONG_DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** On the axis, in the reader's time zone. */
export const shortMoment = (at: string, span: Span) => SHORT[span].format(new Date(at));

/** In the tooltip and the table. */
export const longMoment = (at: string, span: Span) => (span === "day" ? LONG_DAY : LONG).format(new Date(at));
