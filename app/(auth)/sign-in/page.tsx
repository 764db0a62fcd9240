import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { buttonStyle } from "@/components/ui/button-style";
import { Callout } from "@/components/ui/callout";
import { currentAdministrator } from "@/lib/auth/session";
import { isSetUp } from "@/lib/directory/administrators/set-up/set-up";
import { env } from "@/lib/env";
import { SignInForm } from "./form";
import { signInErrorMessage } from "./words";

export const metadata: Metadata = { title: "Sign in" };

interface PageProps {
  readonly searchParams: Promise<{ error?: string | string[] }>;
}

export default async function Page({ searchParams }: PageProps) {
  const { error } = await searchParams;
  if (await currentAdministrator()) redirect("/instances");
  if (!(await isSetUp())) redirect("/setup");
  const { oidc } = env();
  return (
    <>
      <h1 className="font-semibold text-title">Sign in</h1>
      {typeof error === "string" && <Callout tone="bad">{signInErrorMessage(error)}</Callout>}
      <SignInForm />
      {oidc && (
        <section aria-label="Company sign-in" className="flex flex-col border-line border-t pt-6">
          {/* Not a Link: it leads away, and must not be prefetched. */}
          <a href="/sign-in/oidc" className={buttonStyle("secondary", "medium")}>
            Sign in with {oidc.name}
          </a>
        </section>
      )}
    </>
  );
}
