import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

interface GuardedLinkProps {
  readonly href: string;
  /** Why one cannot go there; the button stays and says it. */
  readonly reason: string | undefined;
  readonly variant?: "primary" | "secondary";
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A link to a page where something is changed, for those who may. */
export function GuardedLink({ href, reason, variant = "secondary", icon, children }: GuardedLinkProps) {
  if (reason !== undefined) {
    return (
      <Button variant={variant} icon={icon} disabledReason={reason}>
        {children}
      </Button>
    );
  }
  return (
    <ButtonLink href={href} variant={variant} icon={icon}>
      {children}
    </ButtonLink>
  );
}
