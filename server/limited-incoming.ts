import { IncomingMessage } from "node:http";

/** No body is longer, whatever the route: Bulk may send 8 MiB (protocol.md), and its reader answers 413 first. */
const MOST_BODY_BYTES = 9 * 1024 * 1024;

/**
 * A request that takes no more of its body than MOST_BODY_BYTES. Beyond that, a reader
 * that still waits fails and the connection ends; when the answer is already under way,
 * the rest is thrown away instead, so that the client can read the answer.
 */
export class LimitedIncoming extends IncomingMessage {
  #received = 0;
  #discards = false;

  override push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (chunk instanceof Uint8Array) {
      this.#received += chunk.length;
      if (this.#discards) return super.push(EMPTY);
      if (this.#received > MOST_BODY_BYTES) {
        this.destroy(new Error(`The body is longer than ${MOST_BODY_BYTES} bytes.`));
        return false;
      }
    }
    return super.push(chunk, encoding);
  }

  /** Nothing reads the rest of the body any more. */
  discardRest(): void {
    this.#discards = true;
  }
}

const EMPTY = Buffer.alloc(0);
