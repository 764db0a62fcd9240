"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { POPUP, POPUP_ITEM } from "./popup-style";

/** A line of a menu goes somewhere or does something; "separator" is a hairline. */
export type MenuItem =
  | "separator"
  | {
      readonly label: string;
      readonly icon?: ReactNode;
      readonly tone?: "danger";
      /** Why it cannot be used; it stays in the menu and says so. */
      readonly disabledReason?: string | undefined;
      readonly href?: string;
      readonly onSelect?: () => void;
    };

interface MenuProps {
  readonly trigger: ReactElement;
  readonly items: readonly MenuItem[];
  readonly align?: "start" | "end";
}

/** A button's list of things to do. */
export function Menu({ trigger, items, align = "start" }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50 outline-hidden">
          <Base.Popup className={`${POPUP} max-w-80`}>
            {items.map((item, index) =>
              item === "separator" ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a separator is nothing but its place.
                <Base.Separator key={`separator-${index}`} className="my-1 h-px bg-line" />
              ) : (
                <Line key={item.label} item={item} />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Line({ item }: { readonly item: Exclude<MenuItem, "separator"> }) {
  const ink = item.tone === "danger" && item.disabledReason === undefined ? "text-bad" : "";
  const content = (
    <>
      {item.icon}
      <span className="min-w-0">
        {item.label}
        {item.disabledReason !== undefined && (
          <span className="block text-meta text-muted">{item.disabledReason}</span>
        )}
      </span>
    </>
  );
  if (item.href !== undefined && item.disabledReason === undefined) {
    return (
      <Base.LinkItem closeOnClick render={<Link href={item.href} />} className={`${POPUP_ITEM} ${ink}`}>
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item
      disabled={item.disabledReason !== undefined}
      onClick={() => item.onSelect?.()}
      className={`${POPUP_ITEM} ${ink}`}
    >
      {content}
    </Base.Item>
  );
}

interface RowMenuProps {
  /** Says whose menu it is: *Actions for Okta*. */
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** The menu at the end of a table's row. */
export function RowMenu({ label, items }: RowMenuProps) {
  return (
    <Menu
      align="end"
      items={items}
      trigger={
        <button
          type="button"
          aria-label={label}
          className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-text data-popup-open:bg-sunken"
        >
          <Ellipsis aria-hidden className="size-4" />
        </button>
      }
    />
  );
}
