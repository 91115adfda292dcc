import { type GatheringCard, gatheringCard } from '../../../../src/features/ideas/harvest/collecting-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { LONG } from './idea.ts'

export function ideaHarvestSamples(words: Words, said: Said) {
  const gathering = { id: 'w1', title: said('Le lycée, demain'), axis: 'equipe' }
  return {
    'ideas/harvest/form': [
      gatheringCard(
        words,
        programme,
        gathering,
        'n1',
        { text: '', axis: '', table: '', unnamed: 'off' },
        { harvest: 'https://teams.microsoft.com/l/entity/teams-app/personal', aside: false },
      ),
      gatheringCard(
        words,
        programme,
        gathering,
        'n1',
        { text: said(LONG), axis: 'usager', table: said('Les lycées'), unnamed: 'on' },
        { harvest: '', aside: false },
      ),
      gatheringCard(
        words,
        programme,
        gathering,
        'n1',
        { text: said(LONG), axis: 'usager', table: '', unnamed: 'off' },
        { harvest: '', aside: true },
      ),
    ],
  } satisfies Samples<GatheringCard>
}
