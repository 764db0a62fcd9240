"use client";

import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

interface SidebarDrawerProps {
  /** Stands in the bar: where one is. */
  readonly title: string;
  readonly children: ReactNode;
}

const ICON_BUTTON = "flex size-9 shrink-0 items-center justify-center rounded-md hover:bg-sunken";

/** Under 640 px: a bar at the top, and the sidebar behind its button, in the browser's own modal dialog. */
export function SidebarDrawer({ title, children }: SidebarDrawerProps) {
  const pathname = usePathname();
  const drawer = useRef<HTMLDialogElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: having gone somewhere closes it.
  useEffect(() => drawer.current?.close(), [pathname]);

  return (
    <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-line border-b bg-ground px-2 sm:hidden">
      <button
        type="button"
        aria-label="Open navigation"
        onClick={() => drawer.current?.showModal()}
        className={ICON_BUTTON}
      >
        <Menu aria-hidden className="size-5" />
      </button>
      <span className="truncate font-medium">{title}</span>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; this is the click beside it. */}
      <dialog
        ref={drawer}
        aria-label="Navigation"
        onClick={(event) => event.target === event.currentTarget && drawer.current?.close()}
        className="fixed inset-y-0 left-0 m-0 h-dvh max-h-none w-58 max-w-none border-line border-r bg-ground text-text shadow-float outline-hidden backdrop:bg-backdrop"
      >
        {children}
        <button
          type="button"
          aria-label="Close navigation"
          onClick={() => drawer.current?.close()}
          className={`${ICON_BUTTON} fixed top-2 left-60 bg-raised shadow-float`}
        >
          <X aria-hidden className="size-5" />
        </button>
      </dialog>
    </header>
  );
}
