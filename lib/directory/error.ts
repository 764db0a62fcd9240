/**
 * What kind of no the directory says. The SCIM face and the console translate it
 * once each (lib/http).
 */
export type Problem =
  | "not_found"
  | "invalid_value"
  | "duplicate"
  | "refused"
  | "forbidden"
  | "not_supported"
  | "conflict";

/**
 * The product says no. `message` is for the person who asked: it names the thing and
 * what to do; `field` names the input it is about, as the product calls it.
 */
export class DirectoryError extends Error {
  override readonly name = "DirectoryError";
  readonly problem: Problem;
  readonly field: string | undefined;

  constructor(problem: Problem, message: string, field?: string) {
    super(message);
    this.problem = problem;
    this.field = field;
  }
}

export function notFound(what: string, id: string): DirectoryError {
  return new DirectoryError("not_found", `No ${what} with the id ${JSON.stringify(id)} is known here.`, "id");
}

export function invalidValue(field: string, message: string): DirectoryError {
  return new DirectoryError("invalid_value", message, field);
}

export function duplicate(field: string, message: string): DirectoryError {
  return new DirectoryError("duplicate", message, field);
}

export function refused(message: string, field?: string): DirectoryError {
  return new DirectoryError("refused", message, field);
}
