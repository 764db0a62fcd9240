import { CopyButton } from "@/components/ui/copy-button";

interface BodyProps {
  /** JSON text, or a note in its place when it was too large. */
  readonly text: string | undefined;
  readonly label: string;
}

/** A body as it was kept, one value a line. */
export function Body({ text, label }: BodyProps) {
  if (text === undefined || text === "") return <p className="text-muted">None</p>;
  const lines = indented(text);
  return (
    <div className="relative">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md border border-line bg-sunken"
      >
        <pre className="w-max min-w-full p-3 pr-12 font-mono text-code">{lines}</pre>
      </section>
      <span className="absolute top-1 right-3">
        <CopyButton value={lines} label={`Copy ${label.toLowerCase()}`} iconOnly />
      </span>
    </div>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
