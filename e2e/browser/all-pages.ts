import type { Page } from "@playwright/test";
import type { Facts } from "./console-test";

/** A page of the console: its name, as a file is called too, and its address. */
export interface ConsolePage {
  readonly name: string;
  readonly path: string;
}

/** Every page that one sees after the sign-in, with what the first run left in it. */
export async function allPages(page: Page, { instanceId, applicationId }: Facts): Promise<ConsolePage[]> {
  const base = `/instances/${instanceId}`;
  const application = `${base}/applications/${applicationId}`;
  const account = await firstLink(page, `${base}/accounts?q=person.017`, `${base}/accounts/user_`);
  const group = await firstLink(page, `${base}/groups`, `${base}/groups/group_`);
  const field = await firstLink(page, `${base}/fields/extended`, `${base}/fields/extended/field_`);
  const call = await firstLink(page, `${base}/logs`, `${base}/logs?request=`);
  return [
    { name: "instances", path: "/instances" },
    { name: "your-sign-in", path: "/account" },
    { name: "overview", path: base },
    { name: "applications", path: `${base}/applications` },
    { name: "application-new", path: `${base}/applications/new` },
    { name: "application", path: application },
    { name: "provisioning", path: `${application}/provisioning` },
    { name: "set-up-guide", path: `${application}/provisioning/guide` },
    { name: "idaas-api", path: `${application}/api` },
    { name: "application-logs", path: `${application}/logs` },
    { name: "organizations", path: `${base}/organizations` },
    { name: "accounts", path: `${base}/accounts` },
    { name: "account", path: account },
    { name: "account-edit", path: `${account}/edit` },
    { name: "account-new", path: `${base}/accounts/new` },
    { name: "accounts-import", path: `${base}/accounts/import` },
    { name: "groups", path: `${base}/groups` },
    { name: "group", path: group },
    { name: "basic-fields", path: `${base}/fields` },
    { name: "extended-fields", path: `${base}/fields/extended` },
    { name: "extended-field", path: field },
    { name: "extended-field-new", path: `${base}/fields/extended/new` },
    { name: "request-log", path: `${base}/logs` },
    { name: "request", path: call },
    { name: "audit-log", path: `${base}/logs/audit` },
    { name: "monitoring", path: `${base}/monitoring` },
    { name: "settings", path: `${base}/settings` },
    { name: "administrators", path: `${base}/settings/administrators` },
    { name: "password-policy", path: `${base}/settings/passwords` },
    { name: "sessions", path: `${base}/settings/sessions` },
    { name: "api", path: `${base}/settings/api` },
    { name: "not-found", path: `${base}/accounts/user_none` },
  ];
}

/** The address, begun like this, of the first thing in a list. */
async function firstLink(page: Page, list: string, begins: string): Promise<string> {
  await page.goto(list);
  const href = await page.locator(`main a[href^="${begins}"]`).first().getAttribute("href");
  if (href === null) throw new Error(`${list} leads nowhere.`);
  return href.split("#")[0] ?? href;
}

/** Opens a page and waits until it stands still: charts drawn, nothing loading. */
export async function openStill(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // By its tag: beside an open panel the page has no roles.
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
}
