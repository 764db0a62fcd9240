"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CONTROL } from "@/components/ui/control-style";
import type { GroupChoice } from "@/lib/directory/applications/scope/choices/choice";
import { searchGroupsAction } from "./actions";
import { Ticked } from "./ticked";

interface GroupPickerProps {
  readonly instanceId: string;
  /** The first groups by name, shown until something is searched for. */
  readonly known: readonly GroupChoice[];
  readonly selection: ReadonlyMap<string, GroupChoice>;
  readonly onChange: (selection: ReadonlyMap<string, GroupChoice>) => void;
}

const PAUSE_MS = 250;

/** Groups, found by name; a list of all would be too long. */
export function GroupPicker({ instanceId, known, selection, onChange }: GroupPickerProps) {
  const [text, setText] = useState("");
  const [found, setFound] = useState(known);
  const [problem, setProblem] = useState("");
  const words = text.trim();
  const shown = words === "" ? known : found;

  useEffect(() => {
    if (words === "") return;
    let current = true;
    const timer = setTimeout(async () => {
      const result = await searchGroupsAction(instanceId, undefined, { text: words });
      if (!current) return;
      setProblem(result.ok ? "" : result.message);
      if (result.ok) setFound(result.value ?? []);
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, instanceId]);

  function toggle(group: GroupChoice, checked: boolean) {
    const next = new Map(selection);
    if (checked) next.set(group.id, group);
    else next.delete(group.id);
    onChange(next);
  }

  return (
    <section aria-labelledby="scope-groups" className="flex flex-col gap-2">
      <h3 id="scope-groups" className="font-medium">
        Groups
      </h3>
      <Ticked
        label="Groups in scope"
        items={[...selection.values()].map(({ id, displayName }) => ({ id, name: displayName }))}
        onRemove={(id) => onChange(new Map([...selection].filter(([key]) => key !== id)))}
      />
      <search className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted" />
        <input
          type="search"
          aria-label="Search groups"
          placeholder="Search by name"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={`${CONTROL} h-9 pl-8.5`}
        />
      </search>
      <ul aria-label="Groups" className="flex max-h-60 flex-col overflow-y-auto p-1">
        {shown.map((group) => (
          <li key={group.id}>
            <Checkbox
              label={group.displayName}
              checked={selection.has(group.id)}
              onCheckedChange={(checked) => toggle(group, checked)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="text-muted">
        {problem || (shown.length === 0 && emptyText(words))}
      </p>
    </section>
  );
}

function emptyText(words: string): string {
  return words === "" ? "This instance has no groups yet." : `No group has “${words}” in its name.`;
}
