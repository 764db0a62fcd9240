import { unsupportedPost } from "@/lib/http/unsupported";

const { POST, refused } = unsupportedPost("Bulk");

export {
  POST,
  refused as DELETE,
  refused as GET,
  refused as HEAD,
  refused as OPTIONS,
  refused as PATCH,
  refused as PUT,
};
