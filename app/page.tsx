import { headers } from "next/headers";
import { publicOrigin } from "@/lib/http/address";

/** Says what runs here until the console stands in this place. */
export default async function Page() {
  const sent = await headers();
  const origin = publicOrigin(new URL(`http://${sent.get("host") ?? "localhost"}`), sent);
  return (
    <main className="mx-auto flex max-w-140 flex-col gap-6 px-6 py-16">
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-title">Open IDaaS</h1>
        <p className="text-muted">
          A directory that other systems synchronize their accounts and groups into over SCIM 2.0.
        </p>
      </header>
      <section aria-labelledby="base-url" className="flex flex-col gap-2">
        <h2 id="base-url" className="font-medium text-section">
          SCIM Base URL
        </h2>
        <code className="select-all break-all rounded-md border border-line bg-surface px-3 py-2 font-mono text-code">
          {origin}/scim/v2
        </code>
        <p className="text-muted">
          One for all applications: the bearer token decides which application calls, and what it may touch.
        </p>
      </section>
      <section aria-labelledby="administration" className="flex flex-col gap-2">
        <h2 id="administration" className="font-medium text-section">
          Administration
        </h2>
        <p className="text-muted">
          The web console comes with a later release. Until then the command{" "}
          <code className="font-mono text-code text-text">npm run --silent idaas -- --help</code> sets up
          instances, applications, scopes and tokens.
        </p>
      </section>
    </main>
  );
}
