"use client";

import { usePathname } from "next/navigation";
import { ButtonLink } from "./button-link";

/** The action of an EmptyState "no-match": the same list with nothing asked of it. */
export function ClearFilters() {
  return <ButtonLink href={usePathname()}>Clear filters</ButtonLink>;
}
