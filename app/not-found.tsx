import Link from "next/link";

export default function NotFound() {
  return (
    <main className="mx-auto flex max-w-140 flex-col gap-2 px-6 py-16">
      <h1 className="font-semibold text-title">There is no such page</h1>
      <p className="text-muted">The address may be mistyped, or what stood here is gone.</p>
      <p>
        <Link href="/" className="link">
          To the start
        </Link>
      </p>
    </main>
  );
}
