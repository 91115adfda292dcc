import { type HeirsCard, heirsForm } from '../../../../src/features/initiatives/members/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { initiatives } from './initiative.ts'

export function initiativeMembersSamples(words: Words, said: Said) {
  const { mine } = initiatives(said)
  return {
    'initiatives/members/heirs': [heirsForm(words, programme, mine)],
  } satisfies Samples<HeirsCard>
}
