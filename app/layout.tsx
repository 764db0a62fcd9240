import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Open IDaaS", template: "%s · Open IDaaS" },
  description: "A directory that other systems synchronize into over SCIM 2.0.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
