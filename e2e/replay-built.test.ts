import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSequence } from "./exchanges/sequence";
import { applicationIn } from "./prepared-home";
import { replay } from "./replay";
import { type Home, homes, type Listening, startServer } from "./server-process";

// Of the forms that identity-providers.md names, one each.
const NAMESPACES = {
  okta: "urn:ietf:params:scim:schemas:extension:customfield:2.0:User",
  entra: "urn:ietf:params:scim:schemas:extension:lindenwerk:2.0:User",
} as const;

describe.each(homes())("over dist/server.js on the $kind database", ({ make, processes }) => {
  let home: Home;
  let server: Listening | undefined;

  beforeAll(async () => {
    home = await make();
  });
  afterAll(() => home?.remove());

  test.each(["okta", "entra"] as const)("the exchanges of %s go well twice", async (provider) => {
    const application = await applicationIn(home, { namespace: NAMESPACES[provider] });
    server = await startServer({ ...home.variables, WEB_CONCURRENCY: String(processes) });
    try {
      const sequence = await loadSequence(provider);
      const { token, namespace, targetOrganizationId } = application;
      const variables = { baseUrl: `${server.url}/scim/v2`, token, namespace, targetOrganizationId };
      let steps = 0;
      for (const run of [1, 2] as const) {
        await replay(sequence, fetch, { run, variables, onStep: () => steps++ });
      }
      expect(steps).toBe(2 * sequence.steps.length);
    } finally {
      await server.stop();
    }
  });
});
