"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { listHref, type UrlChange } from "./list-url";

/** The state of the list on this page, which lives in its URL. */
export function useListUrl() {
  const pathname = usePathname();
  const params = useSearchParams();
  const router = useRouter();
  const [pending, start] = useTransition();

  const href = (change: UrlChange) => listHref(pathname, params, change);
  /** Replaces, so that Back leaves the list and does not undo it letter by letter. */
  const go = (change: UrlChange) => start(() => router.replace(href(change), { scroll: false }));
  return { params, href, go, pending };
}
