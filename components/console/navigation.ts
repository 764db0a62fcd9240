import {
  AppWindow,
  LayoutDashboard,
  type LucideIcon,
  Network,
  ScrollText,
  Settings,
  TextCursorInput,
  User,
  Users,
} from "lucide-react";

interface Place {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Below the instance's address; "" is its overview. */
  readonly path: string;
}

/** The rooms of an instance, in the order of the sidebar. */
export const PLACES: readonly Place[] = [
  { label: "Overview", icon: LayoutDashboard, path: "" },
  { label: "Applications", icon: AppWindow, path: "/applications" },
  { label: "Organizations", icon: Network, path: "/organizations" },
  { label: "Accounts", icon: User, path: "/accounts" },
  { label: "Groups", icon: Users, path: "/groups" },
  { label: "Fields", icon: TextCursorInput, path: "/fields" },
  { label: "Logs", icon: ScrollText, path: "/logs" },
  { label: "Settings", icon: Settings, path: "/settings" },
];

/** Whether a place holds the page at `pathname`. The overview holds itself alone. */
export function isAt(base: string, path: string, pathname: string): boolean {
  const href = `${base}${path}`;
  return pathname === href || (path !== "" && pathname.startsWith(`${href}/`));
}
