"use client";

import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { DialogFooter } from "@/components/ui/dialog-frame";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  /** After *I've copied them*. Forget them then. */
  readonly onClose: () => void;
}

/** The only time that they can be seen: neither Escape nor a click beside closes it. */
export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  return (
    <Dialog
      title="Copy your recovery codes"
      description="Each signs you in once in place of the app's code, for the day when the phone is lost."
      open
      dismissible={false}
    >
      <ol
        aria-label="Recovery codes"
        className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-sunken p-3 font-mono text-code sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <div>
        <CopyButton value={codes.join("\n")} label="Copy recovery codes" />
      </div>
      <Callout tone="warn" title="You won't see these again">
        Only hashes of them are kept. Put them into your password manager, or print them.
      </Callout>
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          I've copied them
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
