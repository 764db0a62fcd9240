import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSequence } from "@/e2e/exchanges/sequence";
import { replay } from "@/e2e/replay";
import { useDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/sql";
import { type RunningServer, startServer } from "@/server/start";
import { testDatabases } from "./databases";
import { type ReadyApplication, readyApplication } from "./ready-application";

// Of the forms that identity-providers.md names, one each.
const NAMESPACES = {
  okta: "urn:ietf:params:scim:schemas:extension:customfield:2.0:User",
  entra: "urn:ietf:params:scim:schemas:extension:lindenwerk:2.0:User",
} as const;

describe.each(testDatabases())("on the $kind database, over HTTP", ({ open }) => {
  let database: Database;
  let server: RunningServer;

  beforeAll(async () => {
    database = await open();
    useDatabase(database);
    server = await startServer({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
  });

  const variablesOf = ({ token, namespace, targetOrganizationId }: ReadyApplication) => ({
    baseUrl: `${server.url}/scim/v2`,
    token,
    namespace,
    targetOrganizationId,
  });

  test.each(["okta", "entra"] as const)(
    "the exchanges of %s have the same outcome twice in a row",
    async (provider) => {
      const sequence = await loadSequence(provider);
      const application = await readyApplication({ namespace: NAMESPACES[provider] });
      const variables = variablesOf(application);
      const first = await replay(sequence, fetch, { run: 1, variables });
      const second = await replay(sequence, fetch, { run: 2, variables });
      // What the provider never deletes keeps its id; what it deletes comes back as something new.
      const kept = { okta: ["ingrid", "tomas", "quay"], entra: ["henrik", "berlin"] }[provider];
      for (const name of kept) expect(second[name], name).toBe(first[name]);
      const renewed = { okta: [], entra: ["mara", "fair"] }[provider];
      for (const name of renewed) expect(second[name], name).not.toBe(first[name]);
    },
  );

  test("two providers with one application do not get in each other's way", async () => {
    const variables = variablesOf(await readyApplication());
    for (const run of [1, 2] as const) {
      for (const provider of ["entra", "okta"] as const) {
        await replay(await loadSequence(provider), fetch, { run, variables });
      }
    }
  });

  test("the same sequence in two instances: neither meets the other's accounts", async () => {
    const sequence = await loadSequence("okta");
    for (const instance of [await readyApplication(), await readyApplication()]) {
      await replay(sequence, fetch, { run: 1, variables: variablesOf(instance) });
    }
  });
});
