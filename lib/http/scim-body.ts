import { ScimError } from "@/lib/scim/error";
import type { JsonObject } from "@/lib/scim/json";
import { isScimContentType } from "@/lib/scim/messages/content";
import { parseJsonBody } from "@/lib/scim/messages/json";

/** protocol.md, "Messages": the limit of a body but that of Bulk. */
const MOST_BYTES = 1024 * 1024;

/** A body as it came: parsed, and how long it was. */
export interface ScimBody {
  readonly json: JsonObject;
  readonly bytes: number;
}

/**
 * @throws ScimError 413 over the limit, 415 for another media type, 400 invalidSyntax for
 *   what is no JSON object
 */
export async function readBody(request: Request): Promise<ScimBody> {
  const declared = Number(request.headers.get("content-length"));
  if (declared > MOST_BYTES) throw tooLarge();
  const contentType = request.headers.get("content-type");
  if (contentType !== null && !isScimContentType(contentType)) {
    throw new ScimError(
      415,
      undefined,
      `The Content-Type ${JSON.stringify(contentType)} is not supported: send application/scim+json or application/json, in UTF-8.`,
    );
  }
  const encoding = request.headers.get("content-encoding");
  if (encoding !== null && encoding.toLowerCase() !== "identity") {
    throw new ScimError(415, undefined, `The Content-Encoding ${JSON.stringify(encoding)} is not supported.`);
  }
  const bytes = await readBytes(request);
  return { json: parseJsonBody(bytes), bytes: bytes.length };
}

async function readBytes(request: Request): Promise<Uint8Array> {
  // With a declared length the parser of HTTP holds the sender to it.
  if (request.headers.has("content-length")) return new Uint8Array(await request.arrayBuffer());
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): ScimError {
  return new ScimError(413, undefined, `The body is larger than ${MOST_BYTES} bytes (1 MiB).`);
}
