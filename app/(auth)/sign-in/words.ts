import type { SignInOutcome } from "@/lib/directory/administrators/sign-in/sign-in";

type Refusal = Extract<SignInOutcome, { kind: "refused" | "wait" }>;

const NOT_RIGHT = "The email, the password or the code is not right.";

/** Never says which part was wrong. */
export function signInMessage(outcome: Refusal): string {
  if (outcome.kind === "wait") {
    return `Too many attempts failed. Wait ${outcome.seconds} s, then try again.`;
  }
  if (outcome.waitSeconds === 0) return NOT_RIGHT;
  return `${NOT_RIGHT} Wait ${outcome.waitSeconds} s before the next try.`;
}

/** What `error` in the address says, where next-auth sends a browser back (lib/auth/next-auth.ts). */
export function signInErrorMessage(error: string): string {
  if (error === "AccessDenied") {
    return "Nobody signs in here with the email of that sign-in, or it is not a verified one. An owner of an instance can add you.";
  }
  if (error === "refused" || error === "wait" || error === "code_wanted") return NOT_RIGHT;
  return "Your company's sign-in did not work. Try again, or sign in with email and password.";
}
