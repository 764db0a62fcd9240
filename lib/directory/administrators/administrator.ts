import type { Role } from "../actor";

/** A person who signs in to the console, with the role in one instance. */
export interface Administrator {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  /** When the role was given. */
  readonly since: Date;
  readonly hasSecondFactor: boolean;
  readonly lastSignedInAt: Date | undefined;
  /** Signs in nowhere. */
  readonly disabled: boolean;
}
