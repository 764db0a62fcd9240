import { authResponse } from "@/lib/auth/next-auth";

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** Credentials, the company's OpenID provider and the sign-out (lib/auth/next-auth.ts). */
async function answer(request: Request, { params }: Context): Promise<Response> {
  return authResponse(request, (await params).nextauth);
}

export { answer as GET, answer as POST };
