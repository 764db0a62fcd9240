"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useRef, useState, useTransition } from "react";
import { Button } from "./button";
import { Callout } from "./callout";
import { BACKDROP } from "./dialog-frame";
import { Field } from "./field";
import { TextInput } from "./text-input";

/** What the action answers; a server action's result fits. */
export type ConfirmResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

interface ConfirmDialogProps {
  /** Names the thing: *Delete the application Okta?* */
  readonly title: string;
  /** What breaks: *Okta will stop syncing 214 accounts.* */
  readonly body: ReactNode;
  /** The button repeats the verb: *Delete*. */
  readonly verb: string;
  /** Only for what cannot be undone: has to be typed. */
  readonly typedName?: string;
  readonly tone?: "danger" | "neutral";
  readonly action: () => Promise<ConfirmResult>;
  readonly onDone?: () => void;
  readonly trigger?: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** Asks before something that hurts. The focus starts on Cancel; a refusal is shown here, not in a toast. */
export function ConfirmDialog({ trigger, open, onOpenChange, ...question }: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const change = onOpenChange ?? setOwnOpen;
  return (
    <Base.Root open={open ?? ownOpen} onOpenChange={(next) => change(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-hidden p-4 sm:pt-[15vh]">
          <Base.Popup
            initialFocus={cancel}
            className="flex max-h-full w-full max-w-120 flex-col gap-4 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-float outline-hidden transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 sm:p-6"
          >
            <Question {...question} cancel={cancel} close={() => change(false)} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

interface QuestionProps extends Omit<ConfirmDialogProps, "trigger" | "open" | "onOpenChange"> {
  readonly cancel: React.RefObject<HTMLButtonElement | null>;
  readonly close: () => void;
}

/** Mounted anew each time, so that a second opening starts without the first one's answer. */
function Question({
  title,
  body,
  verb,
  typedName,
  tone = "danger",
  action,
  onDone,
  cancel,
  close,
}: QuestionProps) {
  const [typed, setTyped] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const [pending, start] = useTransition();
  const named = typedName === undefined || typed.trim() === typedName;

  function confirm() {
    start(async () => {
      const result = await action();
      if (!result.ok) {
        setRefusal(result.message);
        return;
      }
      close();
      onDone?.();
    });
  }

  return (
    <>
      <div className="flex flex-col gap-2">
        <Base.Title className="wrap-anywhere font-semibold text-section">{title}</Base.Title>
        <Base.Description className="text-muted" render={<div />}>
          {body}
        </Base.Description>
      </div>
      {typedName !== undefined && (
        <Field label={`Type ${typedName} to confirm`}>
          {(control) => (
            <TextInput
              {...control}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      {refusal !== undefined && <Callout tone="bad">{refusal}</Callout>}
      <div className="flex flex-wrap justify-end gap-2">
        <Base.Close render={<Button ref={cancel}>Cancel</Button>} />
        <Button
          variant={tone === "danger" ? "danger" : "primary"}
          pending={pending}
          disabledReason={named ? undefined : `Type ${typedName} first.`}
          onClick={confirm}
        >
          {verb}
        </Button>
      </div>
    </>
  );
}
