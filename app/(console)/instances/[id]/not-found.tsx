"use client";

import { useParams } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** What is unknown and what belongs to another instance look alike. */
export default function NotFound() {
  const { id } = useParams<{ id: string }>();
  return (
    <EmptyState
      kind="no-match"
      level={1}
      title="There is no such page in this instance"
      body="The address may be mistyped, or what stood here is gone."
      action={<ButtonLink href={`/instances/${id}`}>To the overview</ButtonLink>}
    />
  );
}
