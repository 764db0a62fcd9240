import { defineConfig } from "prisma/config";

const url = process.env.DATABASE_URL;

/** What Prisma's command line needs to know. The program itself does not read this file. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // `generate` and `diff --from-empty` need no database; the others say themselves that the URL is missing.
  ...(url === undefined ? {} : { datasource: { url } }),
});
