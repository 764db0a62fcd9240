import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = { alias: { "@": root.replace(/\/$/, "") } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: [
            "app/**/*.test.ts",
            "components/**/*.test.ts",
            "lib/**/*.test.ts",
            "server/**/*.test.ts",
            "cli/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          include: ["test/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve,
        test: {
          // On what `npm run build` made: dist/ and .next/.
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Each file starts servers of its own: at the same time they would only wait for each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
