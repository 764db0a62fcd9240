import { expect, type Locator, type Page } from "@playwright/test";
import { OWNER } from "./sign-in";

// The path of the manual, step by step, in its words.

export async function firstRun(page: Page): Promise<string> {
  await page.goto("/setup");
  await page.getByRole("textbox", { name: "Instance name" }).fill(OWNER.instance);
  await page.getByRole("textbox", { name: "Your email" }).fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Create instance" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  return idIn(page, /\/instances\/(idaas_[a-z2-7]+)/);
}

export async function manage(page: Page, instance: string): Promise<void> {
  await page.goto("/instances");
  await page.getByRole("link", { name: `Manage ${instance}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
}

/** From any page of the instance; answers the application's id. */
export async function addApplication(
  page: Page,
  name: string,
  type: "Standard protocols" | "Custom applications",
): Promise<string> {
  await page.getByRole("link", { name: "Applications", exact: true }).first().click();
  await page.getByRole("link", { name: "Add application" }).first().click();
  await page.getByRole("radio", { name: type }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Add application" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return idIn(page, /\/applications\/(app_[a-z2-7]+)/);
}

export async function openProvisioning(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Provisioning", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Provisioning scope" })).toBeVisible();
}

/** Opens the panel; who calls ticks, and saves. */
export async function openScopePanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Configure synchronization scope" }).click();
  const panel = page.getByRole("dialog", { name: "Configure synchronization scope" });
  await expect(panel.getByRole("tree", { name: "Organizations" })).toBeVisible();
  return panel;
}

export async function configureScope(page: Page, organizations: readonly string[]): Promise<void> {
  const panel = await openScopePanel(page);
  for (const name of organizations) await panel.getByRole("treeitem", { name, exact: true }).click();
  await expect(panel.getByText(/ inside, in /)).toBeVisible();
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(panel).toBeHidden();
}

export async function chooseTarget(page: Page, organization: string): Promise<void> {
  await page.getByRole("combobox", { name: "Target organization" }).click();
  await page.getByRole("option", { name: organization }).click();
  await expect(page.getByText(`${organization} is the target organization`)).toBeVisible();
}

/** Answers the token, as the clipboard has it after *Copy*. */
export async function addToken(
  page: Page,
  validity: "30 days" | "90 days" | "1 year" | "3 years",
): Promise<string> {
  await page.getByRole("button", { name: "Add bearer token" }).click();
  const period = page.getByRole("dialog", { name: "Specify validity period" });
  await period.getByRole("radio", { name: validity }).click();
  await period.getByRole("button", { name: "Create token" }).click();
  const reveal = page.getByRole("dialog", { name: "Copy the bearer token" });
  const token = await copied(page, reveal.getByRole("button", { name: "Copy Bearer token" }));
  await expect(reveal.getByRole("textbox", { name: "Bearer token" })).toHaveValue(token);
  await expect(reveal.getByText("You won't see this again")).toBeVisible();
  await reveal.getByRole("button", { name: "I've copied it" }).click();
  await expect(reveal).toBeHidden();
  return token;
}

export async function copied(page: Page, button: Locator): Promise<string> {
  await button.click();
  await expect(page.getByRole("status").filter({ hasText: /^Copied$/ })).toBeAttached();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** *Authorize* → IDaaS API → *Enable* → *Select all* → *Save*. */
export async function authorize(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Authorize" }).click();
  await page.getByRole("switch", { name: "Enable" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable" }).click();
  await expect(page.getByRole("switch", { name: "Enable" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Select all" }).click();
  await expect(page.getByRole("checkbox", { name: "Manage groups" })).toBeChecked();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Permissions saved")).toBeVisible();
}

/** Confirms what a token's button asks. */
export async function changeToken(
  page: Page,
  verb: "Enable" | "Disable" | "Delete",
  token: string,
): Promise<void> {
  await page
    .getByRole("button", { name: `${verb} the token` })
    .and(tokenButton(page, token))
    .click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await question.getByRole("button", { name: verb }).click();
  await expect(question).toBeHidden();
}

/** Every button of the line of a token, which shows its last four characters. */
export function tokenButton(page: Page, token: string): Locator {
  return tokenLine(page, token).getByRole("button");
}

export function tokenLine(page: Page, token: string): Locator {
  return page
    .getByRole("table", { name: "Bearer tokens" })
    .getByRole("row")
    .filter({ hasText: token.slice(-4) });
}

export async function addField(page: Page, key: string, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Key" }).fill(key);
  await page.getByRole("textbox", { name: "Display name" }).fill(name);
  await page.getByRole("button", { name: "Create field" }).click();
  await expect(page.getByText("Field created")).toBeVisible();
}

export async function saveAdvancedSettings(page: Page, form: "Okta" | "Entra", field: string): Promise<void> {
  await page.getByRole("button", { name: "Show advanced settings" }).click();
  await page.getByRole("button", { name: `Use the ${form} form` }).click();
  await page.getByRole("checkbox", { name: field }).click();
  await expect(page.getByRole("radio", { name: "Basic fields" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Update" })).toBeChecked();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Synchronization settings saved")).toBeVisible();
}

function idIn(page: Page, pattern: RegExp): string {
  const id = pattern.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`No id in ${page.url()}`);
  return id;
}
