// Pictures of every page, light and dark, into docs/screens: `npx tsx scripts/screens.ts`, after a build.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ["scripts/browser.mjs", "--project=screens", "--output=test-results/screens"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, SCREENS_TO: fileURLToPath(new URL("../docs/screens", import.meta.url)) },
  },
);
process.exitCode = status ?? 1;
