import type { Metadata } from "next";
import Link from "next/link";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { requireAdministrator } from "@/lib/auth/session";
import { getOwnAccount } from "@/lib/directory/administrators/own/sign-out-everywhere";
import { ROLE_NAMES } from "../instances/role-names";
import { PlainPage } from "../plain-page";
import { PasswordForm } from "./password-form";
import { SecondFactor } from "./second-factor";
import { SignOutEverywhere } from "./sign-out-everywhere";

export const metadata: Metadata = { title: "Your sign-in" };

/** What belongs to the administrator and to no instance: password, second factor, sessions. */
export default async function Page() {
  const self = await requireAdministrator();
  const account = await getOwnAccount(self);
  return (
    <PlainPage email={self.email}>
      <div className="flex max-w-form flex-col gap-8">
        <PageHeader title="Your sign-in" meta={self.email} />
        <Section
          title="Password"
          description={
            <>
              Changed <RelativeTime date={account.passwordChangedAt} />.
            </>
          }
        >
          <PasswordForm email={self.email} />
        </Section>
        <Section
          title="Second factor"
          description="A code from an authenticator app, asked for after the password."
        >
          <SecondFactor on={account.hasSecondFactor} codesLeft={account.recoveryCodesLeft} />
        </Section>
        <Section
          title="Sessions"
          description="A session ends by itself, when you sign out, and when you change your password or second factor elsewhere."
        >
          <DescriptionList
            items={[
              { term: "This session began", value: <RelativeTime date={self.signedInAt} /> },
              { term: "It ends", value: <RelativeTime date={self.expiresAt} /> },
            ]}
          />
          <SignOutEverywhere />
        </Section>
        <Section
          title="Roles"
          description="An owner of the instance changes them, under Settings → Administrators."
        >
          {account.roles.length === 0 ? (
            <p className="text-muted">You have no role in any instance.</p>
          ) : (
            <DescriptionList
              items={account.roles.map(({ instanceId, name, role }) => ({
                term: ROLE_NAMES[role],
                value: (
                  <Link className="link" href={`/instances/${instanceId}`}>
                    {name}
                  </Link>
                ),
              }))}
            />
          )}
        </Section>
      </div>
    </PlainPage>
  );
}
