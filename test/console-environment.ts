// Imported before anything of Next or of the program: what both read once, when they are loaded.
import "next/dist/server/node-environment-baseline.js";

process.env.AUTH_SECRET = "an-auth-secret-that-only-the-tests-know";
process.env.ENCRYPTION_KEY = Buffer.alloc(32, 7).toString("base64");
