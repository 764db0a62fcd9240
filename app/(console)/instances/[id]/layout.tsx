import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOut } from "@/app/(auth)/sign-out/actions";
import { ConsoleShell } from "@/components/console/console-shell";
import { requireAdmin } from "@/lib/auth/session";
import type { Role } from "@/lib/directory/actor";
import { getInstance, listInstances } from "@/lib/directory/instances/list-instances";

interface LayoutProps {
  readonly params: Promise<{ id: string }>;
  readonly children: ReactNode;
}

const ROLE_NAMES: Record<Role, string> = {
  owner: "Owner",
  administrator: "Administrator",
  auditor: "Auditor",
};

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { instanceId } = await requireAdmin((await params).id);
  const { name } = await getInstance(instanceId);
  return { title: { default: name, template: `%s · ${name} · Open IDaaS` } };
}

/**
 * The frame of an instance. There is no loading.tsx here: its fallback would send status 200 before a page
 * can say 404 (Next, loading.js, "Status codes"). What is slow waits in a Suspense inside its page.
 */
export default async function Layout({ params, children }: LayoutProps) {
  const { instanceId, role, actor } = await requireAdmin((await params).id);
  const [instance, instances] = await Promise.all([getInstance(instanceId), listInstances(actor)]);
  return (
    <ConsoleShell
      instance={{ id: instance.id, name: instance.name }}
      instances={instances.map(({ id, name }) => ({ id, name }))}
      person={{ email: actor.name, role: ROLE_NAMES[role], href: "/account" }}
      signOut={signOut}
    >
      {children}
    </ConsoleShell>
  );
}
