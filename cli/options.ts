import { InvalidArgumentError, Option } from "commander";

/** An option that must be given, with its value. */
export function required(flags: string, description: string): Option {
  return new Option(flags, description).makeOptionMandatory();
}

export function optional(flags: string, description: string): Option {
  return new Option(flags, description);
}

/** An option that may be given any number of times; undefined when it never was. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, `${description} (repeatable)`).argParser(
    (value: string, previous: string[] | undefined) => [...(previous ?? []), value],
  );
}

export function trueOrFalse(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (value === "true") return true;
    if (value === "false") return false;
    throw new InvalidArgumentError("Say true or false.");
  });
}

/** Whether the number is one that fits is for the directory to say. */
export function wholeNumber(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (/^-?\d{1,9}$/.test(value)) return Number(value);
    throw new InvalidArgumentError("Give a whole number.");
  });
}

export const INSTANCE = required("--instance <idaas_…>", "the instance");
export const APPLICATION = required("--application <app_…>", "the application");
