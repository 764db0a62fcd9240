import { loadSequence } from "@/e2e/exchanges/sequence";
import { replay } from "@/e2e/replay";
import type { DemoDirectory } from "./directory";
import { type DemoState, writeState } from "./kept-state";

const PROVIDERS = { okta: "Okta", entra: "Microsoft Entra ID" } as const;

interface Stage {
  readonly dataDir: string;
  readonly directory: DemoDirectory;
  readonly token: string;
  /** Where the server listens. */
  readonly url: string;
  /** The origin that the server believes to have; differs from `url` when PUBLIC_URL is set. */
  readonly origin: string;
}

/**
 * Plays the recorded sessions of Okta and Microsoft Entra ID against the demo's own SCIM
 * API, each once in the life of the demo: later starts leave the data as it is.
 */
export async function playSessions(stage: Stage, state: DemoState): Promise<void> {
  for (const provider of ["okta", "entra"] as const) {
    if (state.played.includes(provider)) {
      console.log(`▸ The recorded ${PROVIDERS[provider]} session was played at an earlier start.`);
      continue;
    }
    const run = state.begun.includes(provider) ? 2 : 1;
    if (run === 1) state.begun.push(provider);
    await writeState(stage.dataDir, state);
    await play(stage, provider, run);
    state.played.push(provider);
    await writeState(stage.dataDir, state);
  }
}

// A session that was cut short leaves what no recording expects: that is told, and is no reason not to start.
async function play(stage: Stage, provider: keyof typeof PROVIDERS, run: 1 | 2): Promise<void> {
  const { directory, token, url, origin } = stage;
  const { namespace, targetOrganizationId } = directory;
  const variables = { baseUrl: `${origin}/scim/v2`, token, namespace, targetOrganizationId };
  const send = (request: Request) => fetch(new Request(request.url.replace(origin, url), request));
  const sequence = await loadSequence(provider);
  console.log(`▸ A recorded ${PROVIDERS[provider]} session, ${sequence.steps.length} requests`);
  try {
    await replay(sequence, send, {
      run,
      variables,
      onStep: ({ method, step }) => console.log(`  ${method.padEnd(6)} ${step}`),
    });
  } catch (error) {
    console.log(`  The session stopped: ${error instanceof Error ? error.message : String(error)}`);
  }
}
