import { DirectoryError, type Problem } from "@/lib/directory/error";
import { isDirectoryAway } from "@/lib/directory/health/store";
import { ScimError, type ScimType } from "@/lib/scim/error";

const STATUS: Record<Problem, readonly [status: number, scimType: ScimType | undefined]> = {
  not_found: [404, undefined],
  invalid_value: [400, "invalidValue"],
  duplicate: [409, "uniqueness"],
  refused: [400, "invalidValue"],
  forbidden: [403, undefined],
  not_supported: [501, undefined],
  conflict: [503, undefined],
};

/**
 * The SCIM face of an error; undefined for a bug, which is logged and answered with 500,
 * never disguised (architecture.md, "Shapes to follow").
 */
export function scimErrorOf(error: unknown): ScimError | undefined {
  if (error instanceof ScimError) return error;
  if (error instanceof DirectoryError) {
    const [status, scimType] = STATUS[error.problem];
    return new ScimError(status, scimType, error.message, status === 503 ? { "Retry-After": "1" } : {});
  }
  if (!isDirectoryAway(error)) return undefined;
  return new ScimError(503, undefined, "The directory's database is away. Try again in a few seconds.", {
    "Retry-After": "5",
  });
}
