import type { ComponentProps } from "react";
import { CONTROL } from "./control-style";

interface TextInputProps extends Omit<ComponentProps<"input">, "className" | "style" | "size"> {
  /** For ids, URNs, tokens and filters. */
  readonly mono?: boolean;
}

/** One line of text. Stands in a Field, which names it. */
export function TextInput({ mono, type = "text", ...rest }: TextInputProps) {
  return (
    <input
      {...rest}
      type={type}
      className={`${CONTROL} h-9 read-only:bg-sunken ${mono ? "font-mono text-code" : ""}`}
    />
  );
}
