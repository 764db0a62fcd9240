export const FIELD_TYPES = ["text", "number", "boolean", "datetime", "choice", "multichoice"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** One choice of a field of type choice or multichoice; a disabled one is not writable. */
export interface FieldOption {
  readonly value: string;
  readonly disabled: boolean;
}

/** The value of a field: text, choice and datetime are strings, multichoice a list of them. */
export type FieldValue = string | number | boolean | readonly string[];

/** An attribute that an instance adds to its accounts (product.md, "Extended fields"). */
export interface ExtendedField {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly unique: boolean;
  readonly encrypted: boolean;
  readonly defaultValue: FieldValue | undefined;
  readonly description: string;
  readonly options: readonly FieldOption[];
}
