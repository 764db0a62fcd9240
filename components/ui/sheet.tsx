"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { type ReactElement, type ReactNode, useState } from "react";
import { BACKDROP, CloseCross, DialogFooter, DialogHeading, PANEL_ROOM } from "./dialog-frame";

interface SheetProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly footer?: ReactNode;
  readonly trigger?: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Where closing goes, when it is the URL that opened it: the sheet is then open as long as it is rendered. */
  readonly closeHref?: string;
  readonly children: ReactNode;
}

/** A panel at the right: the details of a row, with the list still beside it. */
export function Sheet({
  title,
  description,
  footer,
  trigger,
  open,
  onOpenChange,
  closeHref,
  children,
}: SheetProps) {
  const router = useRouter();
  const [ownOpen, setOwnOpen] = useState(closeHref !== undefined);

  function change(next: boolean) {
    setOwnOpen(next);
    onOpenChange?.(next);
    if (!next && closeHref !== undefined) router.push(closeHref, { scroll: false });
  }

  return (
    <Base.Root open={open ?? ownOpen} onOpenChange={(next) => change(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className="fixed inset-0 z-50 flex justify-end overflow-hidden">
          <Base.Popup
            className={`relative flex h-full w-full max-w-sheet flex-col overflow-y-auto border-line border-l bg-raised shadow-float outline-hidden transition-transform data-ending-style:translate-x-full data-starting-style:translate-x-full ${PANEL_ROOM}`}
          >
            <div className="flex grow flex-col gap-6">
              <DialogHeading title={title} description={description} />
              <div className="flex grow flex-col gap-6">{children}</div>
              {footer !== undefined && <DialogFooter>{footer}</DialogFooter>}
            </div>
            <CloseCross />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
