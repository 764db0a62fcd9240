import { join } from "node:path";
import { embeddedHome, startServer } from "../server-process";

/** Starts what was built, on a free port, with an empty directory; what it answers ends it. */
export default async function startBuiltServer(): Promise<() => Promise<void>> {
  const home = await embeddedHome();
  // The tests' own clients send from one application as fast as they can.
  const server = await startServer({ ...home.variables, SCIM_RATE_LIMIT: "0", LOG_LEVEL: "warn" });
  process.env.CONSOLE_URL = server.url;
  process.env.CONSOLE_STATE = join(home.variables.DATA_DIR ?? "", "browser-state.json");
  return async () => {
    await server.stop();
    await home.remove();
  };
}
