"use client";

import { CalendarClock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose, DialogFooter } from "@/components/ui/dialog-frame";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useListUrl } from "@/components/ui/use-list-url";

/** From when to when, in the reader's time zone; the address holds UTC. */
export function TimeRange() {
  const { params, go } = useListUrl();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const from = utcOf(data.get("from"));
    const to = utcOf(data.get("to"));
    if (from !== undefined && to !== undefined && from >= to) {
      setProblem("The end must come after the beginning.");
      return;
    }
    setProblem(undefined);
    setOpen(false);
    go({ from, to, since: undefined });
  }

  return (
    <Dialog
      title="Time range"
      description="Leave one empty to go as far as the log does."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<CalendarClock aria-hidden className="size-4" />}>Time range</Button>}
    >
      <form onSubmit={apply} noValidate className="flex flex-col gap-4">
        <Field label="From">
          {(control) => (
            <TextInput
              {...control}
              name="from"
              type="datetime-local"
              defaultValue={local(params.get("from"))}
            />
          )}
        </Field>
        <Field label="To" error={problem}>
          {(control) => (
            <TextInput {...control} name="to" type="datetime-local" defaultValue={local(params.get("to"))} />
          )}
        </Field>
        <DialogFooter>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary">
            Show
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function utcOf(value: FormDataEntryValue | null): string | undefined {
  const moment = typeof value === "string" ? Date.parse(value) : Number.NaN;
  // To the minute, as it was chosen: the chip shows it.
  return Number.isNaN(moment) ? undefined : `${new Date(moment).toISOString().slice(0, 16)}Z`;
}

/** As an input of type datetime-local wants it. */
function local(value: string | null): string {
  const moment = Date.parse(value ?? "");
  if (Number.isNaN(moment)) return "";
  const shifted = new Date(moment - new Date(moment).getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
