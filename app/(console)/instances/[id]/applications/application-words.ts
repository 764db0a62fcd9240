import type { ApplicationType } from "@/lib/directory/applications/application";

export const TYPE_NAMES: Record<ApplicationType, string> = {
  standard: "Standard protocol",
  custom: "Custom application",
};

/** "1 account", "2,140 accounts". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
