import type { JsonObject } from "../json";
import { RESOURCE_TYPE_SCHEMA, SCHEMA_SCHEMA } from "../urn";
import type { Attribute, ResourceType, Schema } from "./attribute";
import { COMMON_ATTRIBUTES } from "./common";

/**
 * The resources of /Schemas (RFC 7643 §7): each schema of the types once.
 * @param baseUrl where the SCIM server is, without a slash at the end: `https://…/scim/v2`
 */
export function schemaDocuments(types: readonly ResourceType[], baseUrl: string): readonly JsonObject[] {
  const schemas = new Set(types.flatMap((type) => [type.schema, ...type.extensions]));
  return [...schemas].map((schema) => schemaDocument(schema, baseUrl));
}

/**
 * The resources of /ResourceTypes (RFC 7643 §6).
 * @param baseUrl where the SCIM server is, without a slash at the end: `https://…/scim/v2`
 */
export function resourceTypeDocuments(
  types: readonly ResourceType[],
  baseUrl: string,
): readonly JsonObject[] {
  return types.map((type) => ({
    schemas: [RESOURCE_TYPE_SCHEMA],
    id: type.id,
    name: type.id,
    description: type.description,
    endpoint: type.endpoint,
    schema: type.schema.id,
    schemaExtensions: type.extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: "ResourceType", location: `${baseUrl}/ResourceTypes/${type.id}` },
  }));
}

function schemaDocument(schema: Schema, baseUrl: string): JsonObject {
  return {
    schemas: [SCHEMA_SCHEMA],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    // RFC 7643 §3.1: the common attributes belong to every resource and to no schema.
    attributes: schema.attributes
      .filter((attribute) => !COMMON_ATTRIBUTES.includes(attribute))
      .map(attributeDocument),
    meta: { resourceType: "Schema", location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

function attributeDocument(attribute: Attribute): JsonObject {
  const { canonicalValues, referenceTypes, subAttributes } = attribute;
  return {
    name: attribute.name,
    type: attribute.type,
    multiValued: attribute.multiValued,
    description: attribute.description,
    required: attribute.required,
    caseExact: attribute.caseExact,
    mutability: attribute.mutability,
    returned: attribute.returned,
    uniqueness: attribute.uniqueness,
    ...(canonicalValues && { canonicalValues }),
    ...(referenceTypes && { referenceTypes }),
    ...(subAttributes && { subAttributes: subAttributes.map(attributeDocument) }),
  };
}
