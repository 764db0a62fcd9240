import type { Command } from "commander";
import { z } from "zod";
import { connectDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { env } from "@/lib/env";
import { addVerb, type Print } from "../verb";

export function addMigrateCommand(program: Command, print: Print): void {
  addVerb(program, print, {
    name: "migrate",
    description: "apply pending migrations",
    options: [],
    input: z.object({}),
    async work() {
      const database = await connectDatabase(env());
      try {
        return { applied: await migrate(database) };
      } finally {
        await database.close();
      }
    },
  });
}
