import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";

interface ButtonLinkProps {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  /** The address gives a file, not a page: a plain link that the router leaves alone. */
  readonly download?: boolean;
  readonly children: ReactNode;
}

/** A link that stands where a button would: it goes somewhere and changes nothing. */
export function ButtonLink({
  href,
  variant = "secondary",
  size = "medium",
  icon,
  download,
  children,
}: ButtonLinkProps) {
  const className = buttonStyle(variant, size);
  if (download) {
    return (
      <a href={href} download className={className}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link href={href} className={className}>
      {icon}
      {children}
    </Link>
  );
}
