import { applicationPath } from "../../applications/application-path";
import type { Remedy } from "./advice";

/** The page where the cause of a failure is changed, and the words of the button that leads there. */
export function remedyPlace(remedy: Remedy, instanceId: string, applicationId: string) {
  switch (remedy) {
    case "general":
      return { href: applicationPath(instanceId, applicationId), label: "Open General" };
    case "api":
      return { href: applicationPath(instanceId, applicationId, "/api"), label: "Open IDaaS API" };
    case "provisioning":
      return {
        href: applicationPath(instanceId, applicationId, "/provisioning"),
        label: "Open Provisioning",
      };
    case "password_policy":
      return { href: `/instances/${instanceId}/settings/passwords`, label: "Open the password policy" };
    case "fields":
      return { href: `/instances/${instanceId}/fields`, label: "Open Fields" };
  }
}
