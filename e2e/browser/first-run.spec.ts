import { expect } from "@playwright/test";
import { faultsInEveryLook } from "./axe";
import { keepFacts, test } from "./console-test";
import {
  addApplication,
  addField,
  addToken,
  authorize,
  changeToken,
  chooseTarget,
  configureScope,
  copied,
  firstRun,
  manage,
  openProvisioning,
  saveAdvancedSettings,
  tokenButton,
  tokenLine,
} from "./path-steps";
import { ScimClient } from "./scim-client";
import { OWNER } from "./sign-in";

const ACCOUNTS = 200;
const GROUPS = 5;

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("from the first run to accounts that stand in the console, and a rotated token", async ({ page }) => {
  test.setTimeout(240_000);

  await test.step("axe finds nothing on the page of the first run", async () => {
    await page.goto("/setup");
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: null });
  });

  const instanceId = await test.step("the first run makes the owner and the instance, once", async () => {
    const id = await firstRun(page);
    expect((await page.request.get("/setup")).status()).toBe(404);
    await page.goto(`/instances/${id}/fields/extended/new`);
    await addField(page, "cost_center", "Cost center");
    return id;
  });

  const applicationId = await test.step("Manage → Applications → Add application", async () => {
    await manage(page, OWNER.instance);
    return addApplication(page, "Okta", "Standard protocols");
  });

  const { url, oldToken } =
    await test.step("Provisioning: scope, target, token, URL, permission, settings", async () => {
      await openProvisioning(page);
      await expect(page.getByText("No scope set")).toBeVisible();
      await configureScope(page, [OWNER.instance]);
      await chooseTarget(page, OWNER.instance);
      const token = await addToken(page, "1 year");
      const baseUrl = await copied(page, page.getByRole("button", { name: "Copy SCIM Base URL" }));
      await authorize(page);
      await openProvisioning(page);
      await expect(page.getByText("IDaaS API on")).toBeVisible();
      await saveAdvancedSettings(page, "Okta", "Cost center");
      return { url: baseUrl, oldToken: token };
    });

  const before = new ScimClient(url, oldToken);
  await test.step("a client synchronizes by what was copied", async () => {
    const accounts = await before.createAccounts(ACCOUNTS);
    for (let number = 1; number <= GROUPS; number += 1) {
      const members = accounts.filter((_, index) => index % GROUPS === number - 1);
      await before.createGroup(`Team ${number}`, members);
    }
    expect(await before.total("/Users")).toBe(ACCOUNTS);
    expect(await before.total("/Groups")).toBe(GROUPS);
  });

  await test.step("they stand in the console, with their source", async () => {
    await page.goto(`/instances/${instanceId}/accounts?q=person.017`);
    const row = page.getByRole("row").filter({ hasText: "person.017@example.com" });
    await expect(row.getByRole("cell", { name: "Okta" })).toBeVisible();
    await row.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Person 17");
    await expect(page.getByRole("link", { name: "external-17" })).toBeVisible();
    await page.goto(`/instances/${instanceId}/accounts`);
    await expect(page.getByText(`of ${ACCOUNTS} accounts`)).toBeVisible();
    await page.goto(`/instances/${instanceId}/groups`);
    await expect(page.getByRole("link", { name: "Team 3" })).toBeVisible();
  });

  await test.step("the request log and the overview's chart show every call", async () => {
    await expect(async () => {
      await page.goto(`/instances/${instanceId}`);
      await expect(page.getByText(`${before.calls} calls, none failed.`)).toBeVisible({ timeout: 2000 });
    }).toPass();
    const chart = page.getByRole("figure", { name: "Calls in the last 24 hours" });
    // The chart comes after the page, and the log is written up to 200 ms after the answer.
    await expect(async () => {
      await page.reload();
      await chart.locator("tbody td").first().waitFor({ state: "attached", timeout: 5_000 });
      const counts = await chart.locator("tbody td:nth-of-type(1)").allTextContents();
      expect(counts.reduce((sum, count) => sum + Number(count.replaceAll(",", "")), 0)).toBe(before.calls);
    }).toPass({ timeout: 30_000 });
    await page.goto(`/instances/${instanceId}/logs`);
    await expect(page.getByRole("row").filter({ hasText: "POST /Groups" }).first()).toContainText("201");
  });

  const token = await test.step("the token is rotated as the page advises", async () => {
    await page.goto(`/instances/${instanceId}/applications/${applicationId}/provisioning`);
    const second = await addToken(page, "90 days");
    await expect(page.getByText(/^Next: give .* to the client$/)).toBeVisible();
    const after = new ScimClient(url, second);
    expect((await after.call("GET", "/Users?count=1")).status).toBe(200);
    // Uses are written down in batches, a moment after the call.
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/^Next: wait until .* is silent$/)).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await expect(tokenLine(page, second)).not.toContainText("Never");

    await changeToken(page, "Disable", oldToken);
    await expect(tokenLine(page, oldToken)).toContainText("Disabled");
    expect((await before.call("GET", "/Users?count=1")).status).toBe(401);
    await changeToken(page, "Delete", oldToken);
    await expect(tokenButton(page, oldToken)).toHaveCount(0);
    expect((await before.call("GET", "/Users?count=1")).status).toBe(401);
    expect((await after.call("GET", "/Users?count=1")).status).toBe(200);
    return second;
  });

  await keepFacts({ instanceId, applicationId, oldToken, token });
});
