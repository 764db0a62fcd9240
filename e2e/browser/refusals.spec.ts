import { expect, type Page } from "@playwright/test";
import { browserOf, readFacts, test } from "./console-test";
import {
  addApplication,
  addToken,
  changeToken,
  chooseTarget,
  configureScope,
  openProvisioning,
  openScopePanel,
  tokenLine,
} from "./path-steps";

/** What a button that cannot be used says; it is there, it can be focused, and pressing it does nothing. */
async function refusal(page: Page, name: string | RegExp): Promise<string> {
  const button = page.getByRole("button", { name });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await button.focus();
  await expect(button).toBeFocused();
  await button.press("Enter");
  await expect(page.getByRole("dialog").or(page.getByRole("alertdialog"))).toHaveCount(0);
  return button.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" "),
  );
}

async function createOrganization(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Create organization" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Create organization" }).click();
  await expect(dialog).toBeHidden();
}

test("every rule that refuses says so at the control, and again in the answer", async ({ browser }) => {
  test.setTimeout(180_000);
  const { instanceId } = await readFacts();
  const context = await browserOf(browser);
  const page = await context.newPage();

  await page.goto(`/instances/${instanceId}/organizations`);
  await createOrganization(page, "Sales");
  await createOrganization(page, "Warehouse");
  const applicationId = await addApplication(page, "Payroll", "Custom applications");
  const provisioning = `/instances/${instanceId}/applications/${applicationId}/provisioning`;
  await openProvisioning(page);

  await test.step("a target organization needs a scope", async () => {
    await expect(page.getByRole("combobox", { name: "Target organization" })).toBeDisabled();
    await expect(page.getByText(/^Put an organization into the provisioning scope first/)).toBeVisible();
  });

  await test.step("a target organization outside the scope is not among the choices", async () => {
    await configureScope(page, ["Sales"]);
    const target = page.getByRole("combobox", { name: "Target organization" });
    await target.click();
    await expect(page.getByRole("option", { name: "Sales" })).toBeVisible();
    await expect(page.getByRole("option")).toHaveCount(1);
    await target.fill("Warehouse");
    await expect(page.getByText("No organization in the scope has that in its name.")).toBeVisible();
    await target.press("Escape");
    await page.goto(provisioning);
    await chooseTarget(page, "Sales");
  });

  await test.step("narrowing the scope past the target is refused, naming it", async () => {
    const panel = await openScopePanel(page);
    await panel.getByRole("treeitem", { name: "Sales" }).click();
    await panel.getByRole("treeitem", { name: "Warehouse" }).click();
    await expect(
      panel.getByText("The target organization Sales would fall out of the scope", { exact: true }),
    ).toBeVisible();
    const save = panel.getByRole("button", { name: "Save" });
    await expect(save).toHaveAttribute("aria-disabled", "true");
    await save.focus();
    await save.press("Enter");
    await expect(panel).toBeVisible();
    await panel.getByRole("button", { name: "Cancel" }).click();
    await page.reload();
    await expect(page.locator("#provisioning-scope").getByText("Sales", { exact: true })).toBeVisible();
  });

  await test.step("two administrators at the same scope: the one who narrows past a new target is told", async () => {
    await page.goto(provisioning);
    const other = await context.newPage();
    await other.goto(provisioning);
    await configureScope(page, ["Warehouse"]);
    const panel = await openScopePanel(other);
    await chooseTarget(page, "Warehouse");
    await panel.getByRole("treeitem", { name: "Warehouse" }).click();
    await panel.getByRole("button", { name: "Save" }).click();
    await expect(panel.getByText(/Warehouse/).filter({ hasText: /target organization/i })).toBeVisible();
    await expect(panel).toBeVisible();
    await other.close();
  });

  const first = await addToken(page, "30 days");
  const ends = (token: string) => token.slice(-4);

  await test.step("the last enabled token can be neither disabled nor deleted", async () => {
    expect(await refusal(page, /^Disable the token/)).toContain(
      "is the last enabled one, and at least one stays enabled",
    );
    expect(await refusal(page, /^Delete the token/)).toContain("only a disabled token can be deleted");
  });

  await test.step("an enabled token cannot be deleted, and a third not be added", async () => {
    const second = await addToken(page, "30 days");
    await expect(tokenLine(page, second)).toBeVisible();
    expect(await refusal(page, new RegExp(`^Delete the token .*${ends(first)}$`))).toContain(
      "Disable it first.",
    );
    expect(await refusal(page, "Add bearer token")).toContain("An application has at most two tokens.");
  });

  await test.step("what a page shows from before is refused in the answer", async () => {
    const stale = await context.newPage();
    await stale.goto(provisioning);
    await expect(tokenLine(stale, first)).toBeVisible();
    const remaining = page
      .getByRole("table", { name: "Bearer tokens" })
      .getByRole("button", { name: /^Disable/ });
    await changeToken(page, "Disable", first);
    await expect(remaining).toHaveCount(1);
    await stale
      .getByRole("button", { name: /^Disable the token/ })
      .last()
      .click();
    await stale.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
    await expect(stale.getByRole("alertdialog").getByText(/last|at least one/i)).toBeVisible();
    await stale.close();
  });

  await test.step("a wrong namespace is named at its field, and what was typed stays", async () => {
    await page.goto(provisioning);
    await page.getByRole("button", { name: "Show advanced settings" }).click();
    const namespace = page.getByRole("textbox", { name: "Custom field namespace" });
    await namespace.fill("urn:example:mine");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(namespace).toHaveAttribute("aria-invalid", "true");
    await expect(namespace).toBeFocused();
    await expect(namespace).toHaveValue("urn:example:mine");
    await expect(page.getByText(/^The namespace must have the form urn:/)).toBeVisible();
    await namespace.fill("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
    await expect(page.getByText(/belongs to a standard schema/)).toBeVisible();
    await page.getByRole("button", { name: "Use the Entra form" }).click();
    await expect(namespace).not.toHaveAttribute("aria-invalid", "true");
  });

  await context.close();
});
