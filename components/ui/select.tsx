"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { CONTROL } from "./control-style";
import type { ControlProps } from "./field";
import { POPUP, POPUP_ITEM } from "./popup-style";

export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  /** Why it cannot be chosen; it stays visible and says so. */
  readonly disabledReason?: string | undefined;
}

interface SelectProps<Value extends string> extends Partial<ControlProps> {
  readonly options: readonly SelectOption<Value>[];
  readonly name?: string;
  readonly value?: Value;
  readonly defaultValue?: Value;
  readonly onValueChange?: (value: Value) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Only where no Field names it. */
  readonly "aria-label"?: string;
}

/** One of a few values, known beforehand. Stands in a Field, which names it. */
export function Select<Value extends string = string>({
  options,
  name,
  value,
  defaultValue,
  onValueChange,
  placeholder = "Choose",
  disabled = false,
  ...control
}: SelectProps<Value>) {
  return (
    <Base.Root<Value>
      items={[...options]}
      {...(name !== undefined && { name })}
      {...(value !== undefined && { value })}
      {...(defaultValue !== undefined && { defaultValue })}
      onValueChange={(chosen) => chosen !== null && onValueChange?.(chosen)}
      disabled={disabled}
    >
      <Base.Trigger
        {...control}
        className={`${CONTROL} flex h-9 items-center justify-between gap-2 text-left`}
      >
        <Base.Value className="truncate data-placeholder:text-muted" placeholder={placeholder} />
        <Base.Icon className="shrink-0 text-muted">
          <ChevronDown aria-hidden className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-hidden">
          <Base.Popup className={POPUP}>
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabledReason !== undefined}
                  className={POPUP_ITEM}
                >
                  <span className="min-w-0 grow">
                    <Base.ItemText className="block">{option.label}</Base.ItemText>
                    <OptionNote text={option.disabledReason ?? option.description} />
                  </span>
                  <Base.ItemIndicator className="shrink-0 text-accent">
                    <Check aria-hidden className="size-4" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function OptionNote({ text }: { readonly text: string | undefined }) {
  return text && <span className="block text-meta text-muted">{text}</span>;
}
