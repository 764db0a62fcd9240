"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { CONTROL } from "./control-style";
import { useListUrl } from "./use-list-url";

interface SearchBoxProps {
  /** *Search accounts*: its name, and what stands in it while it is empty. */
  readonly label: string;
  /** What is searched, when that is not plain: *Username, email or id*. */
  readonly placeholder?: string;
  readonly param?: string;
}

const PAUSE_MS = 300;

/** Searches the list on this page; the words live in the URL. */
export function SearchBox({ label, placeholder = label, param = "q" }: SearchBoxProps) {
  const { params, go, pending } = useListUrl();
  const applied = params.get(param) ?? "";
  const [typed, setTyped] = useState(applied);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(applied);

  // Another hand changed the URL: *Clear filters*, or Back.
  useEffect(() => {
    if (applied === asked.current) return;
    asked.current = applied;
    setTyped(applied);
  }, [applied]);

  useEffect(() => {
    if (typed.trim() === asked.current) return;
    const timer = setTimeout(() => search(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  function search(words: string) {
    asked.current = words.trim();
    go({ [param]: asked.current });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() !== applied) search(typed);
  }

  function clear() {
    setTyped("");
    search("");
    input.current?.focus();
  }

  const Icon = pending ? LoaderCircle : Search;
  return (
    <search className="w-full sm:w-72">
      <form onSubmit={submit} className="relative">
        <Icon
          aria-hidden
          className={`pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted ${pending ? "animate-spin" : ""}`}
        />
        <input
          ref={input}
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={256}
          className={`${CONTROL} h-9 px-8.5 [&::-webkit-search-cancel-button]:hidden`}
        />
        {typed !== "" && (
          <button
            type="button"
            aria-label="Clear search"
            onClick={clear}
            className="absolute top-0.5 right-0.5 flex size-8 items-center justify-center rounded-md text-muted hover:text-text"
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </form>
    </search>
  );
}
