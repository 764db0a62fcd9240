"use client";

import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { Toaster as Sonner } from "sonner";

/**
 * Where `toast` of sonner appears, once a layout. A toast confirms what was done; an error is told where it
 * happened and stays there.
 */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      theme="system"
      containerAriaLabel="Notifications"
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-good" />,
        error: <CircleAlert aria-hidden className="size-4 text-bad" />,
        info: <Info aria-hidden className="size-4 text-info" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-2.5 rounded-lg border border-line bg-raised px-4 py-3 font-sans text-body text-text shadow-float sm:w-(--width)",
          description: "text-muted",
          actionButton: "ml-auto min-h-8 rounded-md px-2 font-medium text-accent hover:bg-sunken",
        },
      }}
    />
  );
}
