"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { InstanceChoice } from "./console-shell";
import { FLYOUT_LINE, Flyout } from "./flyout";
import { isAt, PLACES } from "./navigation";

interface SidebarProps {
  readonly instance: InstanceChoice;
  readonly instances: readonly InstanceChoice[];
  /** The foot. */
  readonly children: ReactNode;
}

/** Which instance, where in it, and who is at work. */
export function Sidebar({ instance, instances, children }: SidebarProps) {
  const pathname = usePathname();
  const base = `/instances/${instance.id}`;
  return (
    <div className="flex h-full flex-col gap-4 overflow-y-auto p-3">
      <InstanceSwitcher instance={instance} instances={instances} />
      <nav aria-label="Instance" className="grow">
        <ul className="flex flex-col gap-0.5">
          {PLACES.map(({ label, icon: Icon, path }) => (
            <li key={label}>
              <Link
                href={`${base}${path}`}
                aria-current={isAt(base, path, pathname) ? "page" : undefined}
                className="flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-muted transition-colors hover:bg-sunken hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
              >
                <Icon aria-hidden className="size-4 shrink-0" />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}

function InstanceSwitcher({ instance, instances }: Pick<SidebarProps, "instance" | "instances">) {
  return (
    <Flyout
      buttonLabel={`Instance ${instance.name}. Switch instance`}
      buttonClassName="flex min-h-10 w-full shrink-0 items-center gap-2 rounded-md border border-control bg-surface px-2.5 text-left hover:bg-sunken"
      button={
        <>
          <span className="min-w-0 grow truncate font-medium">{instance.name}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      }
      place="top-14 left-3"
    >
      <ul>
        {instances.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/instances/${id}`}
              aria-current={id === instance.id ? "true" : undefined}
              className={FLYOUT_LINE}
            >
              <span className="min-w-0 grow wrap-anywhere">{name}</span>
              {id === instance.id && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
            </Link>
          </li>
        ))}
        <li className="mt-1 border-line border-t pt-1">
          <Link href="/instances" className={FLYOUT_LINE}>
            All instances
          </Link>
        </li>
      </ul>
    </Flyout>
  );
}
