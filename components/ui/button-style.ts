export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";
export type ButtonSize = "small" | "medium";

/**
 * A button that cannot be used is aria-disabled, so that it keeps the focus and can say why; one that works
 * is aria-disabled too, and keeps its looks.
 */
const BASE =
  "relative inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium transition-colors aria-disabled:not-aria-busy:cursor-not-allowed aria-disabled:not-aria-busy:border-line aria-disabled:not-aria-busy:bg-sunken aria-disabled:not-aria-busy:text-muted";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent-solid text-on-solid hover:not-aria-disabled:bg-accent-solid-hover",
  secondary: "border-control bg-surface text-text hover:not-aria-disabled:bg-sunken",
  danger: "border-transparent bg-bad-solid text-on-solid hover:not-aria-disabled:bg-bad-solid-hover",
  quiet:
    "border-transparent text-text hover:not-aria-disabled:bg-sunken aria-disabled:not-aria-busy:border-transparent aria-disabled:not-aria-busy:bg-transparent",
};

const SIZE: Record<ButtonSize, string> = {
  small: "min-h-8 px-2.5 text-table",
  medium: "min-h-9 px-3.5 text-body",
};

export function buttonStyle(variant: ButtonVariant, size: ButtonSize): string {
  return `${BASE} ${VARIANT[variant]} ${SIZE[size]}`;
}
