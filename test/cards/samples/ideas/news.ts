import { ideaCard } from '../../../../src/features/ideas/card/cards.ts'
import type { EntriesCard } from '../../../../src/features/ideas/card/entries-cards.ts'
import type { IdeaCard } from '../../../../src/features/ideas/card/frame-cards.ts'
import type { IdeaSeen } from '../../../../src/features/ideas/idea/domain.ts'
import { newsOf } from '../../../../src/features/ideas/news/cards.ts'
import { threadCard } from '../../../../src/features/ideas/news/thread-cards.ts'
import { foot, type Subject } from '../../../../src/features/messages/index.ts'
import type { EventSeen } from '../../../../src/features/thread/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas, QUESTION, WHY } from './idea.ts'

function threadOf(said: Said): EventSeen[] {
  const at = Date.UTC(2027, 3, 22, 8)
  return [
    { number: 1, kind: 'received', at, by: said('Sophie Lannes') },
    { number: 2, kind: 'axis', at, by: said('Sophie Lannes'), detail: 'equipe' },
    { number: 3, kind: 'commented', at, by: said('Karim Benali') },
    { number: 4, kind: 'balloted', at, detail: said(QUESTION) },
    { number: 5, kind: 'answered', at },
  ]
}

export function ideaNewsSamples(words: Words, said: Said) {
  const { idea, mine, answered, studied, retained, aside } = ideas(said)
  const hidden = { reason: said(WHY), by: 'p9', at: idea.at }
  const messageFoot = foot(words, { id: 'm1', round: 1 })
  const news = (step: 'hidden' | 'restored') => ({
    ...messageFoot,
    ...newsOf(words, programme, { ...idea, mine: true }, { step }, undefined),
  })
  const told = (about: IdeaSeen, subject: Subject, event?: EventSeen) => ({
    ...foot(words, { id: 'm1', round: 1 }),
    ...newsOf(words, programme, about, subject, event),
  })
  const phase: EventSeen = { number: 7, kind: 'phase', at: idea.at, by: said('Maëlle Cadet') }
  return {
    'ideas/card/idea': [
      ideaCard(words, programme, answered, true, told(answered, { step: 'answered' })),
      ideaCard(words, programme, { ...studied, mine: true }, true, told(mine, { step: 'studied' })),
      ideaCard(words, programme, retained, true, told(retained, { step: 'retained' })),
      ideaCard(words, programme, aside, true, told(aside, { step: 'aside' })),
      ideaCard(
        words,
        programme,
        { ...idea, state: 'initiative' },
        true,
        told(idea, { step: 'initiative', as: 'organiser' }, { ...phase, kind: 'initiative' }),
      ),
      ideaCard(words, programme, retained, true, told(retained, { step: 'phase' }, phase)),
      ideaCard(words, programme, idea, true, told(mine, { step: 'kept' })),
      ideaCard(words, programme, { ...idea, hidden, mine: true }, true, news('hidden')),
      ideaCard(words, programme, { ...idea, mine: true }, true, news('restored')),
    ],
    'ideas/card/entries': [threadCard(words, programme, answered, { items: threadOf(said), next: '5' })],
  } satisfies Samples<EntriesCard | IdeaCard>
}
