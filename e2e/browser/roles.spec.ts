import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { browserOf, readFacts, test } from "./console-test";

const PASSWORD = "Other-Person-8";
const NO_CHANGES = /Auditors read everything and change nothing/;

async function addAdministrator(page: Page, instanceId: string, role: string, email: string): Promise<void> {
  await page.goto(`/instances/${instanceId}/settings/administrators`);
  await page.getByRole("button", { name: "Add administrator" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Email" }).fill(email);
  await dialog.getByRole("radio", { name: role }).click();
  await dialog.getByLabel("First password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Add administrator" }).click();
  await expect(dialog).toBeHidden();
}

async function asOwner<T>(
  browser: Browser,
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browserOf(browser);
  const page = await context.newPage();
  const value = await work(page, context);
  await context.close();
  return value;
}

test("an auditor reads everything and changes nothing, and is told who can", async ({ browser }) => {
  const { instanceId, applicationId } = await readFacts();
  await asOwner(browser, (page) => addAdministrator(page, instanceId, "Auditor", "auditor@example.com"));
  const context = await browserOf(browser, "auditor@example.com", PASSWORD);
  const page = await context.newPage();
  const base = `/instances/${instanceId}`;

  for (const [path, name] of [
    ["/applications", "Add application"],
    ["/accounts", "Create account"],
    ["/groups", "Create group"],
    ["/organizations", "Create organization"],
    [`/applications/${applicationId}/provisioning`, "Configure synchronization scope"],
    [`/applications/${applicationId}/provisioning`, "Add bearer token"],
    [`/applications/${applicationId}/api`, "Save"],
  ] as const) {
    await test.step(`${name} stands there and says why not`, async () => {
      await page.goto(`${base}${path}`);
      const button = page.getByRole("button", { name, exact: true });
      await expect(button).toHaveAttribute("aria-disabled", "true");
      await expect(button).toHaveAccessibleDescription(NO_CHANGES);
      await button.press("Enter");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
  }

  await page.goto(`${base}/accounts?q=person.001`);
  await expect(page.getByRole("link", { name: /person\.001/ })).toBeVisible();
  await page.goto(`${base}/logs`);
  await expect(page.getByRole("table")).toBeVisible();
  await context.close();
});

test("of another instance there is nothing, not even a hint", async ({ browser }) => {
  const { instanceId, applicationId } = await readFacts();
  const otherId = await asOwner(browser, async (page) => {
    await page.goto("/instances");
    await page.getByRole("button", { name: "Create instance" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill("Elsewhere");
    await dialog.getByRole("button", { name: "Create instance" }).click();
    await page.waitForURL(/\/instances\/idaas_/);
    const id = /idaas_[a-z2-7]+/.exec(page.url())?.[0] ?? "";
    await addAdministrator(page, id, "Administrator", "stranger@example.com");
    return id;
  });
  const context = await browserOf(browser, "stranger@example.com", PASSWORD);
  const page = await context.newPage();
  await page.goto("/instances");
  await expect(page.getByRole("link", { name: "Manage Elsewhere" })).toBeVisible();
  await expect(page.getByText("Example", { exact: true })).toHaveCount(0);

  const unknown = `idaas_${"a".repeat(26)}`;
  for (const path of [
    "",
    "/applications",
    "/accounts",
    "/accounts/export",
    "/logs",
    "/settings",
    `/applications/${applicationId}`,
  ]) {
    const foreign = await context.request.get(`/instances/${instanceId}${path}`);
    const missing = await context.request.get(`/instances/${unknown}${path}`);
    expect(foreign.status(), path).toBe(404);
    expect(missing.status(), path).toBe(404);
    expect(await foreign.text(), path).not.toContain("Okta");
  }
  // Under one's own instance another's application is as unknown.
  const borrowed = await context.request.get(`/instances/${otherId}/applications/${applicationId}`);
  expect(borrowed.status()).toBe(404);
  expect(await borrowed.text()).not.toContain("Okta");
  await context.close();
});

test("without a session every page leads to the sign-in", async ({ page }) => {
  const { instanceId } = await readFacts();
  for (const path of [
    "/instances",
    `/instances/${instanceId}`,
    `/instances/${instanceId}/accounts`,
    "/account",
  ]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});
