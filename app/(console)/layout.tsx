import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";

/** All pages behind the sign-in. Each of them asks who is there by itself: a layout protects nothing. */
export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <Toaster />
    </>
  );
}
