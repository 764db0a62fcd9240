/** What every box that one types or chooses in has in common. */
export const CONTROL =
  "w-full min-w-0 rounded-md border border-control bg-surface px-3 text-body text-text transition-colors disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted aria-invalid:border-bad focus-visible:outline-offset-0";
