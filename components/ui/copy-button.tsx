"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { buttonStyle } from "./button-style";
import { copyText } from "./copy-text";

interface CopyButtonProps {
  readonly value: string;
  /** Says what is copied: *Copy client id*. */
  readonly label: string;
  /** The icon alone, in a line of text or a table; the label is then read, not seen. */
  readonly iconOnly?: boolean;
  readonly onCopied?: () => void;
}

const SAID = { idle: "", copied: "Copied", failed: "Not copied: select the text and copy it" } as const;

/** Copies a value and says that it did, to the eye and to assistive technology. */
export function CopyButton({ value, label, iconOnly, onCopied }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof SAID>("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 3000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    const copied = await copyText(value);
    setState(copied ? "copied" : "failed");
    if (copied) onCopied?.();
  }

  const Icon = state === "copied" ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={copy}
        aria-label={label}
        title={iconOnly ? label : undefined}
        className={
          iconOnly
            ? "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-text"
            : `${buttonStyle("secondary", "medium")} min-w-24`
        }
      >
        <Icon aria-hidden className="size-4" />
        {!iconOnly && (state === "copied" ? "Copied" : "Copy")}
      </button>
      <output className={state === "failed" ? "text-bad text-meta" : "sr-only"}>{SAID[state]}</output>
    </>
  );
}
