import type { ComponentProps } from "react";
import { CONTROL } from "@/components/ui/control-style";

/** The browser's own control for a file, in the dress of the other controls. */
export function FileInput(props: Omit<ComponentProps<"input">, "type" | "accept" | "className">) {
  return (
    <input
      {...props}
      type="file"
      accept=".csv,text/csv"
      className={`${CONTROL} file:mr-3 file:min-h-9 file:border-0 file:border-line file:border-r file:bg-transparent file:pr-3 file:font-medium`}
    />
  );
}
