import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const WIDE = 1280;

const LOOKS = [
  { theme: "light", width: WIDE },
  { theme: "dark", width: WIDE },
  { theme: "dark", width: 360 },
  { theme: "light", width: 360 },
] as const;

/** What axe finds on the page as it stands, light and dark, wide and narrow, and whether it is pushed sideways. */
export async function faultsInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { theme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations) {
      const [first] = nodes;
      found.push(
        `${theme} ${width}: ${id}, ${nodes.length} times: ${first?.html.slice(0, 300)} ${first?.failureSummary}`,
      );
    }
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (excess > 0) found.push(`${theme} ${width}: ${excess} px wider than the window`);
  }
  await page.setViewportSize({ width: WIDE, height: 900 });
  return found;
}
