import { z } from "zod";

/** The part of an answer of Next's pages API that next-auth uses, made into a Response. */
export class HandlerAnswer {
  readonly headers = new Map<string, string | string[]>();
  code = 200;
  body: string | null = null;

  status(code: number): this {
    this.code = code;
    return this;
  }
  getHeader(name: string): string | string[] | undefined {
    return this.headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }
  json(value: unknown): void {
    this.setHeader("content-type", "application/json");
    this.body = JSON.stringify(value);
  }
  send(value: unknown): void {
    if (typeof value === "string") this.body = value;
    else if (value !== undefined) this.json(value);
  }
  end(): void {}

  response(): Response {
    const headers = new Headers({ "cache-control": "no-store" });
    for (const [name, value] of this.headers) {
      for (const line of typeof value === "string" ? [value] : value) headers.append(name, line);
    }
    return new Response(this.body, { status: this.code, headers });
  }
}

/** The fields of a form, or of a flat JSON object. */
export async function formOf(request: Request): Promise<Record<string, string>> {
  const text = await request.text();
  if (!request.headers.get("content-type")?.includes("json")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return z.record(z.string(), z.string()).catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** By name, from a Cookie header. */
export function cookiesOf(header: string): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of header.split(";")) {
    const [name, ...value] = part.trim().split("=");
    if (name) cookies[name] = decoded(value.join("="));
  }
  return cookies;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
