import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** An OpenID provider that signs in whoever the test says. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** What a person does there: signs in, and is sent back with this query. */
  approve(authorizationUrl: string, claims: Readonly<Record<string, unknown>>): URLSearchParams;
  close(): Promise<void>;
}

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

export async function openIdProvider(clientId: string, clientSecret: string): Promise<OpenIdProvider> {
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = request.url === "/token" ? await token(request) : documents()[request.url ?? ""];
    response.writeHead(body ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? { error: "invalid_grant" }));
  }

  function documents(): Record<string, object> {
    return {
      "/.well-known/openid-configuration": {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      },
      "/keys": { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] },
    };
  }

  async function token(request: IncomingMessage): Promise<object | undefined> {
    const sent = new URLSearchParams(await text(request));
    const grant = grants.get(sent.get("code") ?? "");
    grants.delete(sent.get("code") ?? "");
    const credentials = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    const verifier = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || request.headers.authorization !== credentials || verifier !== grant.challenge)
      return undefined;
    const now = Math.floor(Date.now() / 1000);
    const { nonce, claims } = grant;
    const payload = { iss: issuer, aud: clientId, sub: "someone", iat: now, exp: now + 60, nonce, ...claims };
    return { access_token: "unused", token_type: "Bearer", id_token: signed(payload) };
  }

  return {
    issuer,
    approve(authorizationUrl, claims) {
      const { searchParams: asked } = new URL(authorizationUrl);
      const code = randomBytes(16).toString("hex");
      const { nonce = "", code_challenge: challenge = "", state = "" } = Object.fromEntries(asked);
      grants.set(code, { nonce, challenge, claims });
      return new URLSearchParams({ code, state });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function signed(payload: object): string {
  const parts = [{ alg: "RS256", kid: "one" }, payload];
  const [head, body] = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const signature = sign("RSA-SHA256", Buffer.from(`${head}.${body}`), privateKey).toString("base64url");
  return `${head}.${body}.${signature}`;
}
