import { expect, type Locator, type Page } from "@playwright/test";
import { browserOf, consoleUrl, readFacts, test } from "./console-test";
import { ScimClient } from "./scim-client";
import { OWNER } from "./sign-in";

const MOST_STEPS = 80;

/** Goes on with Tab until the focus is there, as a person without a pointer does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target}.`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test("the whole path by keyboard alone", async ({ browser }) => {
  test.setTimeout(180_000);
  await readFacts();
  const context = await browserOf(browser);
  const page = await context.newPage();
  const dialog = page.getByRole("dialog");
  await page.goto("/instances");

  await press(page, page.getByRole("link", { name: `Manage ${OWNER.instance}` }));
  await press(page, page.getByRole("link", { name: "Applications", exact: true }).first());
  await press(page, page.getByRole("link", { name: "Add application" }));
  // One stop for the group, then the arrows.
  await tabTo(page, page.getByRole("radio", { name: "Standard protocols" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Custom applications" })).toBeChecked();
  await tabTo(page, page.getByRole("textbox", { name: "Name", exact: true }));
  await page.keyboard.type("Keyboard");
  await page.keyboard.press("Enter");

  await press(page, page.getByRole("link", { name: "Provisioning", exact: true }));
  await press(page, page.getByRole("button", { name: "Configure synchronization scope" }));
  const tree = dialog.getByRole("tree", { name: "Organizations" });
  await tabTo(page, tree);
  await page.keyboard.press("Space");
  await expect(dialog.getByRole("treeitem", { name: OWNER.instance, exact: true })).toBeChecked();
  await press(page, dialog.getByRole("button", { name: "Save" }));
  await expect(dialog).toBeHidden();

  await tabTo(page, page.getByRole("combobox", { name: "Target organization" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: OWNER.instance })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/ is the target organization/)).toBeVisible();

  await press(page, page.getByRole("button", { name: "Add bearer token" }));
  await tabTo(page, dialog.getByRole("radio", { name: "90 days" }));
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: "1 year" })).toBeChecked();
  await press(page, dialog.getByRole("button", { name: "Create token" }));
  await press(page, dialog.getByRole("button", { name: "Copy Bearer token" }));
  await expect(dialog.getByText("Copied").first()).toBeVisible();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  await press(page, dialog.getByRole("button", { name: "I've copied it" }));
  await expect(dialog).toBeHidden();

  await press(page, page.getByRole("link", { name: "Authorize" }));
  await press(page, page.getByRole("switch", { name: "Enable" }), "Space");
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: "Enable" }));
  await expect(page.getByRole("switch", { name: "Enable" })).toBeChecked();
  await press(page, page.getByRole("checkbox", { name: "Select all" }), "Space");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Permissions saved")).toBeVisible();

  await press(page, page.getByRole("link", { name: "Provisioning", exact: true }));
  await press(page, page.getByRole("button", { name: "Show advanced settings" }));
  await press(page, page.getByRole("button", { name: "Use the Okta form" }));
  await press(page, page.getByRole("checkbox", { name: "Cost center" }), "Space");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Synchronization settings saved")).toBeVisible();

  const client = new ScimClient(`${consoleUrl()}/scim/v2`, token);
  expect((await client.call("GET", "/Users?count=1")).status).toBe(200);
  await context.close();
});
