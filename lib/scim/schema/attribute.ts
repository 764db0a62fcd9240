/** RFC 7643 §2.3, the data types of attributes. */
export type AttributeType =
  | "string"
  | "boolean"
  | "decimal"
  | "integer"
  | "dateTime"
  | "binary"
  | "reference"
  | "complex";

/** One attribute with its characteristics (RFC 7643 §7). */
export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  readonly returned: "always" | "never" | "default" | "request";
  readonly uniqueness: "none" | "server" | "global";
  /** Advisory, but for choices of extended fields, which the directory enforces. */
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly Attribute[];
}

/** A schema: the core one of a resource type, or an extension. `id` is its URN. */
export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

/**
 * A resource type as one application sees it: what is in these schemas can be
 * synchronized; what RFC 7643 knows besides (`ignorable`) is accepted and dropped.
 */
export interface ResourceType {
  readonly id: "User" | "Group";
  readonly endpoint: "/Users" | "/Groups";
  readonly description: string;
  readonly schema: Schema;
  readonly extensions: readonly Schema[];
  /** Standard schemas (RFC 7643 §4) whose attributes are accepted but not stored. */
  readonly ignorable: readonly Schema[];
}
