import type { DraftCheckView, DraftKindName, RewordingView } from '../../../contract/ideas/draft-check.ts'

type Ask = <T>(path: string, body: unknown) => Promise<T>

export type DraftActs = ReturnType<typeof draftActs>

/** What is asked about a text before it is sent: nothing changes by it, and nothing is kept. @throws Failure */
export function draftActs(ask: Ask) {
  return {
    check: (kind: DraftKindName, text: string) => ask<DraftCheckView>('/drafts/check', { kind, text }),
    reword: (kind: DraftKindName, text: string) => ask<RewordingView>('/drafts/rewording', { kind, text }),
  }
}
