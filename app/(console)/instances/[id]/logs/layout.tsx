import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { LogTabs } from "./log-tabs";

export const metadata: Metadata = { title: "Logs" };

interface LayoutProps {
  readonly params: Promise<{ id: string }>;
  readonly children: ReactNode;
}

/** What was called, what was changed, and how calling goes. */
export default async function Layout({ params, children }: LayoutProps) {
  const { id } = await params;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Logs" />
      <LogTabs instanceId={id} />
      {children}
    </div>
  );
}
