import type { Fact } from '../../kernel/storage/outbox.ts'

/** A page of participants to ask, from just after the person `after`. */
export type AskPage = { readonly workshop: string; readonly after: string }

/** `dueAt`: milliseconds; default: now. */
export function askFact(asking: AskPage, dueAt?: number): Fact {
  return { kind: 'feedback.ask', payload: asking, ...(dueAt !== undefined && { dueAt }) }
}

export function askingOf({ payload: { workshop, after } }: Fact): AskPage {
  return { workshop: String(workshop), after: String(after) }
}

export function closeFact(workshop: string, dueAt: number): Fact {
  return { kind: 'feedback.close', payload: { workshop }, mergeKey: `feedback:${workshop}:close`, dueAt }
}

export const SCRUB: Fact = { kind: 'feedback.scrub', payload: {}, mergeKey: 'feedback:scrub' }
