import type { NextConfig } from "next";

// Next writes its data for the browser into inline scripts, and a nonce would make every page dynamic
// (node_modules/next/dist/docs, "Content Security Policy"). Nothing comes from another host.
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const SECURITY_HEADERS = [
  { key: "Content-Security-Policy", value: CONTENT_SECURITY_POLICY },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run check` type-checks the whole tree once; who only builds need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A SCIM client follows no redirect: /scim/v2/Users/ is answered like /scim/v2/Users.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "pg",
    "pglite-prisma-adapter",
    "pino",
    "prom-client",
  ],
  // Read from disk when the server starts, so that tracing does not find them by itself.
  outputFileTracingIncludes: { "/**": ["./prisma/migrations/**"] },
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};

export default config;
