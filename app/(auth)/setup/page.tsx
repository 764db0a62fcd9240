import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { isSetUp } from "@/lib/directory/administrators/set-up/set-up";
import { SetUpForm } from "./form";

export const metadata: Metadata = { title: "Set up" };

/** Until there is an administrator; from then on there is no such page. */
export default async function Page() {
  await connection();
  if (await isSetUp()) notFound();
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="font-semibold text-title">Set up Open IDaaS</h1>
        <p className="text-muted">Make the first instance and its owner, who can add everybody else.</p>
      </header>
      <SetUpForm />
    </>
  );
}
