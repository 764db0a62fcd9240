import { existsSync } from "node:fs";
import { chromium, defineConfig } from "@playwright/test";

/** Debian's, where Playwright's own is absent; scripts/browser.mjs sees to it that one of the two is there. */
const SYSTEM_BROWSER = "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e/browser",
  globalSetup: "./e2e/browser/built-server.ts",
  outputDir: "test-results",
  reporter: "list",
  // One deployment serves all of them, and the first one sets it up.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    locale: "en",
    screenshot: "only-on-failure",
    launchOptions: {
      args: FLAGS,
      ...(!existsSync(chromium.executablePath()) && { executablePath: SYSTEM_BROWSER }),
    },
  },
  projects: [
    { name: "first run", testMatch: "first-run.spec.ts" },
    {
      name: "afterwards",
      testIgnore: ["first-run.spec.ts", "screens.spec.ts"],
      dependencies: ["first run"],
    },
    // Makes pictures and tests nothing: only scripts/screens.ts asks for it.
    ...(process.env.SCREENS_TO
      ? [{ name: "screens", testMatch: "screens.spec.ts", dependencies: ["first run"] }]
      : []),
  ],
});
