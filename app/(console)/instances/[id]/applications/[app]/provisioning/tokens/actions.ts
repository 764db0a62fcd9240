"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { deleteToken, disableToken, enableToken } from "@/lib/directory/tokens/change-token";
import { issueToken } from "@/lib/directory/tokens/issue-token";
import { Validity } from "@/lib/directory/tokens/validity";
import { adminAction } from "@/lib/http/admin-action";

const applicationId = z.string();

/** The one answer that holds a token. The page is refreshed when it is closed, so that it stays in sight. */
export const issueTokenAction = adminAction(
  z.strictObject({ applicationId, validity: Validity }),
  async (admin, { applicationId: id, validity }) => {
    const { token } = await issueToken(admin, id, validity);
    refresh();
    return { token };
  },
);

const CHANGE = { enable: enableToken, disable: disableToken, delete: deleteToken } as const;

export const changeTokenAction = adminAction(
  z.strictObject({ applicationId, tokenId: z.string(), change: z.enum(["enable", "disable", "delete"]) }),
  async (admin, { applicationId: id, tokenId, change }) => {
    await CHANGE[change](admin, id, tokenId);
    refresh();
  },
);
