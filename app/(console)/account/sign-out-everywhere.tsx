"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { signOutEverywhereAction } from "./actions";

export function SignOutEverywhere() {
  return (
    <div>
      <ConfirmDialog
        title="Sign out everywhere?"
        body="Every browser that is signed in as you has to sign in again, this one too."
        verb="Sign out everywhere"
        action={() => signOutEverywhereAction(undefined, {})}
        trigger={<Button>Sign out everywhere</Button>}
      />
    </div>
  );
}
