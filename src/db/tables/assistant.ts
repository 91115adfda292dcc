export type AssistantTables = {
  /** Tokens that the language model used in a day, those of calls under way included. */
  assistant_day: {
    /** YYYY-MM-DD, UTC. */
    day: string
    tokens: number
  }
  /** One row at most, named `assistant`, by the command that stops a running server's. None: not stopped. */
  assistant_switch: { name: string; stopped: 0 | 1; changed_at: number }
}
