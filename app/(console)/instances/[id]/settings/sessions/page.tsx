import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { requireAdmin, requireAdministrator } from "@/lib/auth/session";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sessions" };

interface PageProps {
  readonly params: Promise<{ id: string }>;
}

/** How long a sign-in lasts, and one's own. The deployment decides it for all its instances. */
export default async function Page({ params }: PageProps) {
  await requireAdmin((await params).id);
  const self = await requireAdministrator();
  const { sessionHours, oidc } = env();
  return (
    <div className="flex max-w-form flex-col gap-8">
      <Section
        title="Sign-in to the console"
        description="Set for the whole deployment by its environment: SESSION_HOURS, and OIDC_ISSUER with its companions."
      >
        <DescriptionList
          items={[
            { term: "A session lasts", value: `${sessionHours} ${sessionHours === 1 ? "hour" : "hours"}` },
            { term: "Company sign-in", value: oidc ? `${oidc.name} (${oidc.issuer})` : "Not set up" },
          ]}
        />
      </Section>
      <Section
        title="Your session"
        description="Change your password, turn on a second factor or sign out everywhere under Your sign-in."
      >
        <DescriptionList
          items={[
            { term: "Signed in as", value: self.email },
            { term: "Since", value: <RelativeTime date={self.signedInAt} /> },
            { term: "Until", value: <RelativeTime date={self.expiresAt} /> },
          ]}
        />
        <div>
          <ButtonLink href="/account">Open your sign-in</ButtonLink>
        </div>
      </Section>
    </div>
  );
}
