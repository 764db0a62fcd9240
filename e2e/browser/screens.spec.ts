import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { allPages, openStill } from "./all-pages";
import { browserOf, readFacts, test } from "./console-test";
import { openScopePanel } from "./path-steps";

const MOST_BYTES = 60_000;

/** WebP as small as it can be told apart: a page's picture is looked at, not measured. */
async function picture(page: Page, folder: string, name: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  for (const quality of [80, 60, 40, 20]) {
    const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality });
    const file = join(folder, `${name}.webp`);
    await writeFile(file, Buffer.from(data, "base64"));
    if ((await stat(file)).size <= MOST_BYTES) return client.detach();
  }
  throw new Error(`${name} does not fit into ${MOST_BYTES} bytes.`);
}

test("pictures of every page, light and dark", async ({ browser }) => {
  test.setTimeout(300_000);
  const facts = await readFacts();
  const folder = process.env.SCREENS_TO ?? "";
  await mkdir(folder, { recursive: true });
  const context = await browserOf(browser);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  const pictures = async (name: string) => {
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await picture(page, folder, `${name}-${theme}`);
    }
  };

  for (const { name, path } of await allPages(page, facts)) {
    await openStill(page, path);
    await pictures(name);
  }
  await openStill(page, `/instances/${facts.instanceId}/applications/${facts.applicationId}/provisioning`);
  const panel = await openScopePanel(page);
  await expect(panel.getByText(/ inside, in /)).toBeVisible();
  await pictures("synchronization-scope");
  await context.clearCookies();
  await openStill(page, "/sign-in");
  await pictures("sign-in");
  await context.close();
});
