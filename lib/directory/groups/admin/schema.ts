import { z } from "zod";
import { DirectoryError } from "../../error";
import { checkedGroupName } from "../group";

const displayName = z.string({ error: "Enter a name." }).superRefine((name, context) => {
  try {
    checkedGroupName(name);
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error;
    const message = error.message.replace("displayName of a group", "The name");
    context.addIssue({ code: "custom", message });
  }
});

const version = z.int({ error: "The version is missing. Reload the page." });

export const NewGroup = z.strictObject({ displayName });

export const GroupUpdate = z.strictObject({ displayName, version });

export const GroupDeletion = z.strictObject({ version: version.optional() });

export const MemberSelection = z.strictObject({
  accountIds: z
    .array(z.string())
    .min(1, { error: "Select at least one account." })
    .max(1000, { error: "At most 1,000 members can be changed at once." }),
});
