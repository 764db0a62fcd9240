import { expect, test } from "vitest";
import { DataDirectoryInUse } from "@/lib/db/data-lock";
import { MigrationProblem } from "@/lib/db/migrate";
import { EnvironmentProblem, readEnvironment } from "@/lib/env";
import { StartProblem, startProblem } from "./start-problem";

const ENVIRONMENT = readEnvironment({
  DATABASE_URL: "postgresql://me:hunter2@db.example:5433/x",
  PORT: "3100",
});

function withCode(code: string, message = ""): Error {
  return Object.assign(new Error(message), { code });
}

test.each([
  [
    "a bad variable",
    new EnvironmentProblem('PORT must be a number, not "x".'),
    'PORT must be a number, not "x".',
  ],
  ["a failed migration", new MigrationProblem("The migration m failed."), "The migration m failed."],
  [
    "a data directory that another process holds",
    new DataDirectoryInUse("/d", { pid: 4711, identity: "", program: "server.js", claim: "" }),
    "process 4711",
  ],
  ["what a worker says", new StartProblem("The port is taken."), "The port is taken."],
  ["a taken port", withCode("EADDRINUSE"), "127.0.0.1:3100"],
  ["an address of another machine", withCode("EADDRNOTAVAIL"), "HOST"],
  ["a database that is away", withCode("ECONNREFUSED", "connect ECONNREFUSED"), "db.example:5433"],
  ["several addresses that are all away", withCode("ECONNREFUSED"), "(ECONNREFUSED)"],
  ["a wrong password", withCode("28P01", "password authentication failed"), "password authentication failed"],
  ["a database that is not there", withCode("3D000", 'database "x" does not exist'), "Check DATABASE_URL."],
  ["anything else", new Error("odd."), "The server could not start: odd."],
])("%s is one sentence that says so, without the database's password", (_what, error, said) => {
  const sentence = startProblem(error, ENVIRONMENT);
  expect(sentence).toContain(said);
  expect(sentence).not.toContain("hunter2");
  expect(sentence).not.toContain("\n");
});
