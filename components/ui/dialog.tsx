"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode } from "react";
import { BACKDROP, CloseCross, DialogFooter, DialogHeading, PANEL_ROOM } from "./dialog-frame";

interface DialogProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** Buttons. A form inside brings its own DialogFooter instead. */
  readonly footer?: ReactNode;
  /** The button that opens it; a dialog without one is opened by `open`. */
  readonly trigger?: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly width?: "form" | "wide";
  /** false: neither Escape nor a click outside closes it, and there is no cross. */
  readonly dismissible?: boolean;
  readonly children: ReactNode;
}

const WIDTH = { form: "max-w-form", wide: "max-w-200" } as const;

/** A panel over the page that takes the focus and gives it back. */
export function Dialog({
  title,
  description,
  footer,
  trigger,
  open,
  onOpenChange,
  width = "form",
  dismissible = true,
  children,
}: DialogProps) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      onOpenChange={(next, { reason, cancel }) => {
        if (!dismissible && (reason === "escape-key" || reason === "outside-press")) cancel();
        else onOpenChange?.(next);
      }}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-hidden p-4 sm:pt-[10vh]">
          <Base.Popup
            className={`relative flex max-h-full w-full flex-col overflow-y-auto rounded-lg border border-line bg-raised shadow-float outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 ${PANEL_ROOM} ${WIDTH[width]}`}
          >
            <div className="flex flex-col gap-4">
              <DialogHeading title={title} description={description} />
              {children}
              {footer !== undefined && <DialogFooter>{footer}</DialogFooter>}
            </div>
            {dismissible && <CloseCross />}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
