/** A result for people: a line for each property, and for each entry of a list. */
export function printed(result: object): string {
  const lines = Object.entries(result).flatMap(([name, value]) => propertyLines(name, value));
  return lines.map((line) => `${line}\n`).join("");
}

function propertyLines(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [`${name}: ${shown(value)}`];
  if (value.length === 0) return [`${name}: none`];
  return [`${name}:`, ...value.map((entry: unknown) => `  ${entryLine(entry)}`)];
}

function entryLine(entry: unknown): string {
  if (!isRecord(entry)) return shown(entry);
  return Object.entries(entry)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${shown(value)}`)
    .join("  ");
}

function shown(value: unknown): string {
  if (value === null) return "none";
  if (value instanceof Date) return value.toISOString();
  return isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
