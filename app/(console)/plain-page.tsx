import type { ReactNode } from "react";
import { signOut } from "@/app/(auth)/sign-out/actions";
import { PlainShell } from "@/components/console/plain-shell";

interface PlainPageProps {
  readonly email: string;
  readonly children: ReactNode;
}

/** The frame of the pages that belong to no instance, with who is at work. */
export function PlainPage({ email, children }: PlainPageProps) {
  return (
    <PlainShell person={{ email, href: "/account" }} signOut={signOut}>
      {children}
    </PlainShell>
  );
}
