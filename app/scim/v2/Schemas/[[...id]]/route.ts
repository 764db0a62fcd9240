import { discoveryCollection, readOnly } from "@/lib/http/discovery";
import { schemaDocuments } from "@/lib/scim/schema/documents";

/** RFC 7644 §4, RFC 7643 §7 */
export const GET = discoveryCollection(schemaDocuments);

export {
  GET as HEAD,
  readOnly as DELETE,
  readOnly as OPTIONS,
  readOnly as PATCH,
  readOnly as POST,
  readOnly as PUT,
};
