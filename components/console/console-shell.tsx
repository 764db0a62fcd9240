import type { ReactNode } from "react";
import { type Person, PersonMenu } from "./person-menu";
import { Sidebar } from "./sidebar";
import { SidebarDrawer } from "./sidebar-drawer";

export interface InstanceChoice {
  readonly id: string;
  readonly name: string;
}

interface ConsoleShellProps {
  readonly instance: InstanceChoice;
  /** Those that the administrator has a role in. */
  readonly instances: readonly InstanceChoice[];
  readonly person: Person;
  /** A server action. */
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
}

/** The frame of every page of an instance: the sidebar, a drawer where it is narrow, and the page. */
export function ConsoleShell({ instance, instances, person, signOut, children }: ConsoleShellProps) {
  const sidebar = (
    <Sidebar instance={instance} instances={instances}>
      <PersonMenu person={person} signOut={signOut} />
    </Sidebar>
  );
  return (
    <div className="min-h-dvh sm:grid sm:grid-cols-[14.5rem_minmax(0,1fr)]">
      <a
        href="#page"
        className="sr-only rounded-md bg-raised px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the page
      </a>
      <div className="sticky top-0 hidden h-dvh border-line border-r sm:block">{sidebar}</div>
      <SidebarDrawer title={instance.name}>{sidebar}</SidebarDrawer>
      <main
        id="page"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-page flex-col gap-6 px-4 py-6 outline-hidden sm:px-8 sm:py-8"
      >
        {children}
      </main>
    </div>
  );
}
