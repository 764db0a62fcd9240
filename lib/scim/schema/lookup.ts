import type { Attribute, ResourceType, Schema } from "./attribute";

type AttributesByName = ReadonlyMap<string, Attribute>;
type SchemasByUrn = ReadonlyMap<string, Schema>;

interface SchemaIndex {
  readonly stored: SchemasByUrn;
  readonly ignorable: SchemasByUrn;
}

// Built once for each list and each type; what an application no longer uses goes with it.
const attributeIndexes = new WeakMap<readonly Attribute[], AttributesByName>();
const schemaIndexes = new WeakMap<ResourceType, SchemaIndex>();

/** The attribute or sub-attribute of that name, whatever its case (RFC 7643 §2.1). */
export function findAttribute(
  attributes: readonly Attribute[] | undefined,
  name: string,
): Attribute | undefined {
  if (attributes === undefined) return undefined;
  let index = attributeIndexes.get(attributes);
  if (index === undefined) {
    index = new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]));
    attributeIndexes.set(attributes, index);
  }
  return index.get(name.toLowerCase());
}

/** The core schema or extension of that URN, whatever its case, that the type stores. */
export function storedSchema(type: ResourceType, urn: string): Schema | undefined {
  return schemaIndex(type).stored.get(urn.toLowerCase());
}

/** The standard schema of that URN, whatever its case, whose attributes the type accepts and drops. */
export function ignorableSchema(type: ResourceType, urn: string): Schema | undefined {
  return schemaIndex(type).ignorable.get(urn.toLowerCase());
}

function schemaIndex(type: ResourceType): SchemaIndex {
  let index = schemaIndexes.get(type);
  if (index === undefined) {
    index = { stored: byUrn([type.schema, ...type.extensions]), ignorable: byUrn(type.ignorable) };
    schemaIndexes.set(type, index);
  }
  return index;
}

function byUrn(schemas: readonly Schema[]): SchemasByUrn {
  return new Map(schemas.map((schema) => [schema.id.toLowerCase(), schema]));
}
