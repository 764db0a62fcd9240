import Link from "next/link";
import type { ReactNode } from "react";
import { type Person, PersonMenu } from "./person-menu";

interface PlainShellProps {
  readonly person: Person;
  /** A server action. */
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
}

/** The frame of the pages that belong to no instance. */
export function PlainShell({ person, signOut, children }: PlainShellProps) {
  return (
    <div className="min-h-dvh">
      <header className="flex h-14 items-center justify-between gap-4 border-line border-b px-4 sm:px-8">
        <Link href="/instances" className="inline-flex min-h-8 items-center font-semibold">
          Open IDaaS
        </Link>
        <div className="min-w-0">
          <PersonMenu person={person} signOut={signOut} place="top-14 right-4 sm:right-8" />
        </div>
      </header>
      <main className="mx-auto flex max-w-page flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">{children}</main>
    </div>
  );
}
