import { notFound } from "next/navigation";
import { DirectoryError } from "@/lib/directory/error";

/** What a page is about: an unknown id, or one of another instance, is the same page not found. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof DirectoryError && error.problem === "not_found") notFound();
    throw error;
  }
}
