import pg from "pg";
import { expect, test } from "vitest";
import { createPostgresDatabase, postgresServer } from "@/test/databases";
import { isDatabaseAway } from "./errors";
import { openPostgres } from "./postgres";

test.runIf(postgresServer !== undefined)(
  "a database that lets nobody in is away, and then is not",
  async () => {
    const home = await createPostgresDatabase();
    const name = new URL(home.url).pathname.slice(1);
    const operator = new pg.Client({ connectionString: postgresServer });
    await operator.connect();
    const database = openPostgres({ url: home.url, poolSize: 2 });
    try {
      await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS FALSE`);
      const refused = await database.query("SELECT 1").catch((error: unknown) => error);
      expect(isDatabaseAway(refused)).toBe(true);
      await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS TRUE`);
      expect(await database.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
    } finally {
      await database.close();
      await operator.end();
      await home.drop();
    }
  },
);
