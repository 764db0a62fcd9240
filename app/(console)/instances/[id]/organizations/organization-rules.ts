import type { OrganizationView } from "@/lib/directory/organizations/pages/read-organization";
import { cappedText } from "../accounts/capped-text";
import { counted } from "../applications/application-words";

/** Why an organization cannot be moved; undefined when it can. */
export function moveReason({ organization }: OrganizationView): string | undefined {
  return organization.parentId === undefined ? "The root organization cannot be moved." : undefined;
}

/** Why an organization cannot be deleted as it is now; undefined when it can. */
export function deleteReason({
  organization,
  accounts,
  children,
  targetOf,
}: OrganizationView): string | undefined {
  if (organization.parentId === undefined) return "The root organization cannot be deleted.";
  const held = [
    ...(accounts.count > 0 ? [cappedText(accounts, "account")] : []),
    ...(children > 0 ? [counted(children, "organization")] : []),
  ];
  if (held.length > 0) return `It still holds ${held.join(" and ")}. Move or delete them first.`;
  const [application] = targetOf;
  if (!application) return undefined;
  return `It is the target organization of ${application.name}. Give that application another target first.`;
}
