"use client";

import { type ReactNode, useId } from "react";

/** A line in it. */
export const FLYOUT_LINE =
  "flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left -outline-offset-2 hover:bg-sunken";

interface FlyoutProps {
  /** What its button shows. */
  readonly button: ReactNode;
  readonly buttonLabel?: string;
  readonly buttonClassName: string;
  /** Where it opens, against the window: the sidebar's ends and the bar stand still. */
  readonly place: string;
  readonly children: ReactNode;
}

/**
 * Links and buttons behind a button, by the browser's own popover: it closes on Escape, on a click beside
 * it and on a choice. The frame of every page is not the place for a menu's scripts.
 */
export function Flyout({ button, buttonLabel, buttonClassName, place, children }: FlyoutProps) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={buttonLabel} className={buttonClassName}>
        {button}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is a link or button inside. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard clicks those too. */}
      <div
        id={id}
        popover="auto"
        onClick={(event) => event.currentTarget.hidePopover()}
        className={`fixed inset-auto m-0 max-h-[70dvh] w-52 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-text shadow-float ${place}`}
      >
        {children}
      </div>
    </>
  );
}
