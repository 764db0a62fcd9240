/** One SCIM call, as the request log keeps it (product.md, "Logs"). */
export interface RequestEntry {
  readonly id: string;
  readonly instanceId: string;
  readonly applicationId: string;
  readonly tokenId: string;
  readonly time: Date;
  readonly address: string;
  readonly userAgent: string;
  readonly method: string;
  /** Path and query. A value of the query that a filter on a secret may hold is never logged. */
  readonly path: string;
  readonly resource: "User" | "Group" | undefined;
  readonly resourceId: string | undefined;
  readonly status: number;
  readonly scimType: string | undefined;
  readonly detail: string | undefined;
  readonly durationMs: number;
  /** Attributes that were accepted and not stored, as sent. */
  readonly ignored: readonly string[];
  /** JSON text, secrets removed by structure; undefined when there was no body. */
  readonly requestBody: string | undefined;
  readonly responseBody: string | undefined;
}
