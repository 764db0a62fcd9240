import { z } from "zod";

/** Who wrote a value last, and when (ISO 8601). */
export interface ValueOrigin {
  readonly kind: "application" | "console" | "csv_import" | "command_line";
  readonly id: string;
  readonly name: string;
  readonly time: string;
}

const Entry = z.object({
  time: z.string(),
  action: z.string(),
  actor: z.object({
    kind: z.enum(["administrator", "application", "command_line"]),
    id: z.string(),
    name: z.string(),
  }),
  after: z.record(z.string(), z.unknown()).nullable(),
});

/** Where the values of an account came from. @param contents its audit entries, newest first */
export function originsOf(contents: readonly string[]): Record<string, ValueOrigin> {
  const origins: Record<string, ValueOrigin> = {};
  for (const content of contents) {
    const { time, action, actor, after } = Entry.parse(JSON.parse(content));
    const kind = kindOf(action, actor.kind);
    for (const key of Object.keys(after ?? {})) {
      origins[key] ??= { kind, id: actor.id, name: actor.name, time };
    }
  }
  return origins;
}

function kindOf(
  action: string,
  actor: "administrator" | "application" | "command_line",
): ValueOrigin["kind"] {
  if (action === "account.import") return "csv_import";
  return actor === "administrator" ? "console" : actor;
}
