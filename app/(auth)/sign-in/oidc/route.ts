import { oidcRedirect } from "@/lib/auth/next-auth";

/**
 * A link leads here and on to the company's sign-in. It is no form: the content security
 * policy keeps forms, and what they are redirected to, on this origin.
 */
export async function GET(request: Request): Promise<Response> {
  return oidcRedirect(request.headers);
}
