"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Switch } from "@/components/ui/switch";
import { useListUrl } from "@/components/ui/use-list-url";

const PAUSE_MS = 3000;

/** Reads the first page anew every few seconds while it is on and the page is seen. On is part of the address. */
export function LiveTail() {
  const router = useRouter();
  const { params, go } = useListUrl();
  const [reading, start] = useTransition();
  const on = params.get("live") === "on" && !params.has("after") && !params.has("before");

  useEffect(() => {
    if (!on || reading) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") start(() => router.refresh());
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [on, reading, router]);

  return (
    <Switch
      label="Live tail"
      checked={on}
      onCheckedChange={(checked) => go({ live: checked ? "on" : undefined })}
    />
  );
}
