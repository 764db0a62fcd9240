import type { ReactNode } from "react";

/** The frame of what is seen before the console: one narrow column. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-10 sm:py-20">
      <main className="flex w-full max-w-90 flex-col gap-6">
        <p className="font-semibold text-muted">Open IDaaS</p>
        {children}
      </main>
    </div>
  );
}
