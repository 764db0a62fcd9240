import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";

export const metadata: Metadata = { title: "Settings" };

interface LayoutProps {
  readonly params: Promise<{ id: string }>;
  readonly children: ReactNode;
}

export default async function Layout({ params, children }: LayoutProps) {
  const { id } = await params;
  const base = `/instances/${id}/settings`;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        tabs={[
          { href: base, label: "Instance" },
          { href: `${base}/administrators`, label: "Administrators" },
          { href: `${base}/passwords`, label: "Password policy" },
          { href: `${base}/sessions`, label: "Sessions" },
          { href: `${base}/api`, label: "API" },
        ]}
      />
      {children}
    </div>
  );
}
