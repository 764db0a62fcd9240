"use client";

import { Menu } from "@base-ui/react/menu";
import { Check, ListFilter, X } from "lucide-react";
import { Button } from "./button";
import type { UrlChange } from "./list-url";
import { POPUP, POPUP_ITEM } from "./popup-style";
import { useListUrl } from "./use-list-url";

export interface Filter {
  /** The parameter in the URL. */
  readonly param: string;
  /** *Status*. */
  readonly label: string;
  /** A value that is not among them is shown as it is. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Choose filters from a menu; each that is set is a chip that removes it. The filters live in the URL. */
export function FilterChips({ filters }: { readonly filters: readonly Filter[] }) {
  const { params, go } = useListUrl();
  const set = filters.flatMap((filter) => {
    const value = params.get(filter.param);
    return value ? [{ ...filter, value }] : [];
  });
  const cleared: UrlChange = Object.fromEntries(filters.map(({ param }) => [param, undefined]));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FilterMenu filters={filters} params={params} go={go} />
      {set.length > 0 && (
        <ul aria-label="Filters that are set" className="contents">
          {set.map((filter) => (
            <li key={filter.param}>
              <Chip
                label={filter.label}
                value={filter.options.find(({ value }) => value === filter.value)?.label ?? filter.value}
                onRemove={() => go({ [filter.param]: undefined })}
              />
            </li>
          ))}
        </ul>
      )}
      {set.length > 1 && (
        <Button variant="quiet" size="small" onClick={() => go(cleared)}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly value: string;
  readonly onRemove: () => void;
}

function Chip({ label, value, onRemove }: ChipProps) {
  return (
    <button
      type="button"
      onClick={onRemove}
      className="flex min-h-8 items-center gap-1.5 rounded-md bg-accent-soft px-2.5 text-table hover:outline-1 hover:outline-accent"
    >
      {/* In the content and not in aria-label: the name then holds the words that are seen. */}
      <span className="sr-only">Remove the filter</span>
      <span className="text-muted">{label}</span>
      <span className="max-w-48 truncate font-medium">{value}</span>
      <X aria-hidden className="size-3.5 text-muted" />
    </button>
  );
}

interface FilterMenuProps {
  readonly filters: readonly Filter[];
  readonly params: URLSearchParams;
  readonly go: (change: UrlChange) => void;
}

function FilterMenu({ filters, params, go }: FilterMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button icon={<ListFilter aria-hidden className="size-4" />}>Filter</Button>} />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className="z-50 outline-hidden">
          <Menu.Popup className={`${POPUP} min-w-48`}>
            {filters
              .filter(({ options }) => options.length > 0)
              .map(({ param, label, options }) => (
                <Menu.RadioGroup
                  key={param}
                  value={params.get(param) ?? ""}
                  onValueChange={(value: string) =>
                    go({ [param]: value === params.get(param) ? undefined : value })
                  }
                >
                  <Menu.GroupLabel className="px-2 pt-2 pb-1 text-meta text-muted">{label}</Menu.GroupLabel>
                  {options.map((option) => (
                    <Menu.RadioItem
                      key={option.value}
                      value={option.value}
                      closeOnClick
                      className={POPUP_ITEM}
                    >
                      <span className="grow">{option.label}</span>
                      <Menu.RadioItemIndicator className="text-accent">
                        <Check aria-hidden className="size-4" />
                      </Menu.RadioItemIndicator>
                    </Menu.RadioItem>
                  ))}
                </Menu.RadioGroup>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
