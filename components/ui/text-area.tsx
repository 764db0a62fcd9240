import type { ComponentProps } from "react";
import { CONTROL } from "./control-style";

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "className" | "style"> {
  readonly mono?: boolean;
}

/** Several lines of text. Stands in a Field, which names it. */
export function TextArea({ mono, rows = 3, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={`${CONTROL} resize-y py-2 read-only:bg-sunken ${mono ? "font-mono text-code" : ""}`}
    />
  );
}
