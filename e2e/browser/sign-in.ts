import { expect, type Page } from "@playwright/test";

export const OWNER = { email: "ada@example.com", password: "Correct-Horse-7", instance: "Example" } as const;

/** Leaves the page at the list of instances. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/instances/);
}
