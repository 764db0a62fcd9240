"use client";

import { Button } from "./button";
import { Callout } from "./callout";
import { CopyField } from "./copy-field";
import { Dialog } from "./dialog";
import { DialogFooter } from "./dialog-frame";

interface SecretRevealProps {
  /** *Bearer token*, *Client secret*. */
  readonly label: string;
  readonly value: string;
  /** After *I've copied it*. Forget the value then. */
  readonly onClose: () => void;
  readonly title?: string;
}

/**
 * Shows a secret the only time it can be seen. It is open while it is rendered, and neither Escape nor a
 * click beside it closes it: a token lost by a slip has to be made again.
 */
export function SecretReveal({
  label,
  value,
  onClose,
  title = `Copy the ${label.toLowerCase()}`,
}: SecretRevealProps) {
  return (
    <Dialog title={title} open dismissible={false}>
      <CopyField label={label} value={value} />
      <Callout tone="warn" title="You won't see this again">
        Only a hash of it is kept. Put it where it is used, or into your password manager, before you close.
      </Callout>
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          I've copied it
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
