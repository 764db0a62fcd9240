"use client";

import { CircleUser, LogOut, UserCog } from "lucide-react";
import Link from "next/link";
import { startTransition } from "react";
import { FLYOUT_LINE, Flyout } from "./flyout";

export interface Person {
  readonly email: string;
  /** In this instance: *Owner*. None on the page of all instances. */
  readonly role?: string;
  /** The page of the password, the second factor and the sessions. */
  readonly href?: string;
}

interface PersonMenuProps {
  readonly person: Person;
  /** A server action. */
  readonly signOut: () => Promise<void>;
  /** Where it opens. */
  readonly place?: string;
}

/** Who is at work, and the way out. */
export function PersonMenu({ person, signOut, place = "bottom-16 left-3" }: PersonMenuProps) {
  return (
    <Flyout
      buttonClassName="flex min-h-11 w-full min-w-0 shrink-0 items-center gap-2.5 rounded-md px-2.5 text-left hover:bg-sunken"
      button={
        <>
          <CircleUser aria-hidden className="size-5 shrink-0 text-muted" />
          <span className="flex min-w-0 flex-col">
            <span className="truncate text-table">{person.email}</span>
            {person.role !== undefined && <span className="text-meta text-muted">{person.role}</span>}
          </span>
        </>
      }
      place={place}
    >
      {person.href !== undefined && (
        <Link href={person.href} className={FLYOUT_LINE}>
          <UserCog aria-hidden className="size-4" />
          Your sign-in
        </Link>
      )}
      <button type="button" onClick={() => startTransition(signOut)} className={FLYOUT_LINE}>
        <LogOut aria-hidden className="size-4" />
        Sign out
      </button>
    </Flyout>
  );
}
