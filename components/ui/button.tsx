"use client";

import { LoaderCircle } from "lucide-react";
import { type ComponentProps, type MouseEvent, type ReactNode, useContext, useId } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { FormPending } from "./form-pending";
import { ReasonTip } from "./reason-tip";

export interface ButtonProps extends Omit<ComponentProps<"button">, "className" | "disabled" | "style"> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Work is under way: the button keeps its width and takes no second click. */
  readonly pending?: boolean;
  /** Why it cannot be used now. The button stays visible and focusable, and says it. */
  readonly disabledReason?: string | undefined;
  readonly icon?: ReactNode;
}

/**
 * A button. `type` is "button" unless said otherwise; a submit button inside `Form` is pending while
 * the form's action runs.
 */
export function Button({
  variant = "secondary",
  size = "medium",
  pending,
  disabledReason,
  icon,
  type = "button",
  onClick,
  children,
  "aria-describedby": describedBy,
  ...rest
}: ButtonProps) {
  const formPending = useContext(FormPending);
  const reasonId = useId();
  const busy = pending ?? (type === "submit" && formPending);
  const blocked = busy || disabledReason !== undefined;

  function click(event: MouseEvent<HTMLButtonElement>) {
    // aria-disabled alone stops nothing: Enter in a field presses the form's submit button.
    if (blocked) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <>
      <button
        {...rest}
        type={type}
        onClick={click}
        aria-disabled={blocked || undefined}
        aria-busy={busy || undefined}
        aria-describedby={[describedBy, disabledReason && reasonId].filter(Boolean).join(" ") || undefined}
        className={buttonStyle(variant, size)}
      >
        <span className={`inline-flex items-center gap-2 ${busy ? "opacity-0" : ""}`}>
          {icon}
          {children}
        </span>
        {busy && <LoaderCircle aria-hidden className="absolute size-4 animate-spin" />}
      </button>
      {disabledReason !== undefined && <ReasonTip id={reasonId} text={disabledReason} />}
    </>
  );
}
