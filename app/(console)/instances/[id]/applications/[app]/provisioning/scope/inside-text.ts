import type { ScopeCount } from "@/lib/directory/applications/scope/count/count-scope";
import { counted } from "../../../application-words";

/** The line that counts who is inside a scope. */
export function insideText({ accounts, organizations, groups }: ScopeCount, name: string): string {
  if (organizations + groups === 0) return `Nobody is inside: ${name} would see nothing.`;
  const places = [
    organizations > 0 && counted(organizations, "organization"),
    groups > 0 && counted(groups, "group"),
  ].filter(Boolean);
  return `${counted(accounts, "account")} inside, in ${places.join(" and ")}.`;
}
