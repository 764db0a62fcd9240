const READY = /^Open IDaaS listens on (http:\/\/\S+)$/m;

/** The one line on standard output that says the server answers. Who starts the server waits for it. */
export function readyLine(url: string): string {
  return `Open IDaaS listens on ${url}`;
}

/** The URL in what a server has printed so far; undefined while it is not ready. */
export function readyUrl(output: string): string | undefined {
  return READY.exec(output)?.[1];
}
