/** What floats beside its trigger: menus and lists of options. */
export const POPUP =
  "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line bg-raised p-1 text-text shadow-float outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A line in it; the pointer and the arrow keys highlight the same one. */
export const POPUP_ITEM =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-body -outline-offset-2 data-disabled:text-muted data-highlighted:bg-sunken";
