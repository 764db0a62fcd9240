"use client";

import { Search, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CONTROL } from "@/components/ui/control-style";
import { Skeleton } from "@/components/ui/skeleton";
import { findAccountsAction } from "../actions";

export interface FoundAccount {
  readonly id: string;
  readonly username: string;
  readonly note: string | undefined;
}

interface AccountPickerProps {
  readonly instanceId: string;
  readonly chosen: ReadonlyMap<string, FoundAccount>;
  readonly onChange: (chosen: ReadonlyMap<string, FoundAccount>) => void;
}

const PAUSE_MS = 250;

/** Accounts to tick, found by what they begin with; those that are ticked stay while one searches on. */
export function AccountPicker({ instanceId, chosen, onChange }: AccountPickerProps) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly FoundAccount[]>();
  const [problem, setProblem] = useState<string>();
  const words = text.trim();

  useEffect(() => {
    let current = true;
    const timer = setTimeout(
      async () => {
        const result = await findAccountsAction(instanceId, undefined, { text: words });
        if (!current) return;
        setProblem(result.ok ? undefined : result.message);
        if (result.ok) setFound(result.value ?? []);
      },
      words === "" ? 0 : PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, instanceId]);

  function toggle(account: FoundAccount, on: boolean) {
    const next = new Map(chosen);
    if (on) next.set(account.id, account);
    else next.delete(account.id);
    onChange(next);
  }

  return (
    <div className="flex flex-col gap-3">
      <Chosen chosen={chosen} onRemove={(account) => toggle(account, false)} />
      <search className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
        <input
          type="search"
          aria-label="Search accounts"
          placeholder="Username, name, email or id"
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={256}
          className={`${CONTROL} h-9 pl-8.5`}
        />
      </search>
      {found === undefined && problem === undefined && <Skeleton size="h-60 w-full" />}
      <ul aria-label="Accounts" className="flex flex-col">
        {found?.map((account) => (
          <li key={account.id}>
            <Checkbox
              label={account.username}
              {...(account.note !== undefined && { description: account.note })}
              checked={chosen.has(account.id)}
              onCheckedChange={(on) => toggle(account, on)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="text-muted">
        {problem ?? (found?.length === 0 && `No account begins with “${words}”.`)}
      </p>
    </div>
  );
}

interface ChosenProps {
  readonly chosen: ReadonlyMap<string, FoundAccount>;
  readonly onRemove: (account: FoundAccount) => void;
}

function Chosen({ chosen, onRemove }: ChosenProps) {
  if (chosen.size === 0) return null;
  return (
    <ul aria-label="Accounts to add" className="flex flex-wrap gap-2">
      {[...chosen.values()].map((account) => (
        <li key={account.id}>
          <button
            type="button"
            aria-label={`Remove ${account.username}`}
            onClick={() => onRemove(account)}
            className="flex min-h-8 items-center gap-1.5 rounded-md bg-accent-soft px-2.5 text-table hover:outline-1 hover:outline-accent"
          >
            {account.username}
            <X aria-hidden className="size-3.5 text-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}
