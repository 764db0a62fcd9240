"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

/** The room between a panel's edge and what it holds; a footer brings its own at the bottom. */
export const PANEL_ROOM =
  "px-5 pt-5 pb-5 has-data-dialog-footer:pb-0 sm:px-6 sm:pt-6 sm:pb-6 sm:has-data-dialog-footer:pb-0";

export const BACKDROP =
  "fixed inset-0 z-40 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

interface HeadingProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
}

/** Title and description, which also name and describe the panel for assistive technology. */
export function DialogHeading({ title, description }: HeadingProps) {
  return (
    <header className="flex flex-col gap-1 pr-8">
      <Base.Title className="font-semibold text-section">{title}</Base.Title>
      {description !== undefined && (
        <Base.Description className="text-muted" render={<div />}>
          {description}
        </Base.Description>
      )}
    </header>
  );
}

/** The buttons at the foot; they stay in sight while the body scrolls. Put it last, inside the form if there is one. */
export function DialogFooter({ children }: { readonly children: ReactNode }) {
  return (
    <footer
      data-dialog-footer=""
      className="sticky bottom-0 -mx-5 mt-auto flex flex-wrap justify-end gap-2 border-line border-t bg-raised px-5 py-4 sm:-mx-6 sm:px-6"
    >
      {children}
    </footer>
  );
}

/** Closes the dialog or sheet around it: `<DialogClose><Button>Cancel</Button></DialogClose>`. */
export function DialogClose({ children }: { readonly children: ReactElement }) {
  return <Base.Close render={children} />;
}

/** Last in the document, so that the focus starts in the body and not here. */
export function CloseCross() {
  return (
    <Base.Close
      aria-label="Close"
      className="absolute top-4 right-4 flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-text"
    >
      <X aria-hidden className="size-4" />
    </Base.Close>
  );
}
