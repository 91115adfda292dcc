import type { Key } from '../../../../i18n/words.ts'
import type { SentenceDecision, SentenceView } from '../../../contract/ideas/synthesis.ts'
import type { BadgeTone } from '../../parts/panels/badge.tsx'
import type { Translator } from '../../parts/words/translator.ts'

export const TONES: Readonly<Record<SentenceDecision, BadgeTone>> = {
  undecided: 'warning',
  kept: 'good',
  reworded: 'good',
  removed: 'neutral',
}

const ALONE = {
  undecided: 'synthesis.page.undecided',
  kept: 'synthesis.page.kept',
  reworded: 'synthesis.page.reworded',
  removed: 'synthesis.page.removed',
} as const satisfies Readonly<Record<SentenceDecision, Key>>

const NAMED = {
  kept: 'synthesis.page.kept.by',
  reworded: 'synthesis.page.reworded.by',
  removed: 'synthesis.page.removed.by',
} as const

/** « Gardée par Maëlle Prat », or « Gardée » where that person was erased since. */
export function decisionText({ decision, decidedBy: name }: SentenceView, { say }: Translator): string {
  if (decision === 'undecided' || name === undefined) return say(ALONE[decision])
  return say(NAMED[decision], { name })
}
