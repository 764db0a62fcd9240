import { expect, type Page } from "@playwright/test";
import { allPages, openStill } from "./all-pages";
import { faultsInEveryLook } from "./axe";
import { browserOf, readFacts, test } from "./console-test";
import { openScopePanel } from "./path-steps";

test("axe finds nothing on any page, light and dark, 1280 and 360 wide", async ({ browser }) => {
  test.setTimeout(600_000);
  const facts = await readFacts();
  const provisioning = `/instances/${facts.instanceId}/applications/${facts.applicationId}/provisioning`;
  const context = await browserOf(browser);
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  const looked = async (name: string, path: string, prepare?: (page: Page) => Promise<void>) => {
    await test.step(name, async () => {
      await openStill(page, path);
      await prepare?.(page);
      expect.soft(await faultsInEveryLook(page), name).toEqual([]);
    });
  };

  for (const { name, path } of await allPages(page, facts)) await looked(name, path);
  await looked("advanced settings", provisioning, async () => {
    await page.getByRole("button", { name: "Show advanced settings" }).click();
  });
  await looked("scope panel", provisioning, async () => {
    await openScopePanel(page);
  });
  await looked("validity period", provisioning, async () => {
    await page.getByRole("button", { name: "Add bearer token" }).click();
    await page.getByRole("dialog").waitFor();
  });
  await context.clearCookies();
  await looked("sign-in", "/sign-in");
  await context.close();
});
