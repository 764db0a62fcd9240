/** What every control of an application's page needs to act. */
export interface Identity {
  readonly instanceId: string;
  readonly applicationId: string;
  /** The application's name, for the words on the page. */
  readonly name: string;
  /** Why this administrator may change nothing; undefined when they may. */
  readonly reason: string | undefined;
}
