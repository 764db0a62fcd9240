"use client";

import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Identity } from "../../identity";
import { changeTokenAction } from "./actions";
import type { TokenRow } from "./token-table";

interface TokenButtonsProps extends Identity {
  readonly row: TokenRow;
}

/** Enable or disable, and delete; each says why it would be refused before it is pressed. */
export function TokenButtons({ row, ...identity }: TokenButtonsProps) {
  const { label, enabled, refusals } = row;
  return (
    <span className="inline-flex flex-wrap justify-end gap-2 py-1 @[40rem]:flex-nowrap">
      {enabled ? (
        <ChangeButton
          {...identity}
          row={row}
          change="disable"
          verb="Disable"
          done="disabled"
          refusal={refusals.disable}
          body={disableBody(row, identity.name)}
        />
      ) : (
        <ChangeButton
          {...identity}
          row={row}
          change="enable"
          verb="Enable"
          done="enabled"
          refusal={refusals.enable}
          body={`Calls that send ${label} are let in again, until it expires.`}
        />
      )}
      <ChangeButton
        {...identity}
        row={row}
        change="delete"
        verb="Delete"
        done="deleted"
        refusal={refusals.delete}
        body={`${label} can't be enabled again after that. It makes room for a new token.`}
      />
    </span>
  );
}

interface ChangeButtonProps extends Identity {
  readonly row: TokenRow;
  readonly change: "enable" | "disable" | "delete";
  readonly verb: string;
  readonly done: string;
  readonly refusal: string | undefined;
  readonly body: string;
}

function ChangeButton({
  instanceId,
  applicationId,
  reason,
  row,
  change,
  verb,
  done,
  refusal,
  body,
}: ChangeButtonProps) {
  return (
    <ConfirmDialog
      title={`${verb} the token ${row.label}?`}
      body={body}
      verb={verb}
      tone={change === "enable" ? "neutral" : "danger"}
      action={() => changeTokenAction(instanceId, undefined, { applicationId, tokenId: row.id, change })}
      onDone={() => toast.success(`The token ${row.label} is ${done}`)}
      trigger={
        <Button size="small" disabledReason={reason ?? refusal} aria-label={`${verb} the token ${row.label}`}>
          {verb}
        </Button>
      }
    />
  );
}

function disableBody({ label, share, lastUsed }: TokenRow, name: string): string {
  const effect = `Calls of ${name} that send ${label} are refused with 401 at once.`;
  const use = lastUsed
    ? `It carried ${Math.round(share * 100)}% of the last 7 days' calls.`
    : "It was never used.";
  return `${effect} ${use} You can enable it again.`;
}
