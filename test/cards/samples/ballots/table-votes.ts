import { type TableCard, tableCard } from '../../../../src/features/ballots/table-votes/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Said, Samples } from '../../sample.ts'

export function ballotTableVotesSamples(words: Words, said: Said) {
  return {
    'ballots/table-votes/form': [
      tableCard(words, { id: 'w1', title: said('Le lycée, demain') }, 'nonce', said('4')),
    ],
  } satisfies Samples<TableCard>
}
