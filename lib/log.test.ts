import { expect, test } from "vitest";
import { createLogger } from "./log";

function logged(entry: object, message: string): string {
  const lines: string[] = [];
  createLogger("info", { write: (line) => lines.push(line) }).info(entry, message);
  return lines.join("");
}

test.each([
  [{ password: "hunter2" }, "m"],
  [{ request: { authorization: "Bearer hunter2" } }, "m"],
  [{ environment: { databaseUrl: "postgresql://a:hunter2@b/c" } }, "m"],
  [{}, "The token idaas_sat_hunter2 was refused"],
  [{ err: new Error("idaas_sat_hunter2") }, "m"],
  [{ deep: { deeper: { note: "idaas_sat_hunter2" } } }, "m"],
])("no secret of %j %s reaches the log", (entry, message) => {
  const text = logged(entry, message);
  expect(text).toContain('"level":30');
  expect(text).not.toContain("hunter2");
});

test("what is no secret is logged as it is", () => {
  const entry: unknown = JSON.parse(logged({ id: "idaas_abc", tokenId: "token_x" }, "m"));
  expect(entry).toMatchObject({ id: "idaas_abc", tokenId: "token_x", msg: "m" });
});
