import { another, seeIdeas } from '../../../../src/features/ideas/card/button-cards.ts'
import { ideaCard, postedCard, withdrawnCard } from '../../../../src/features/ideas/card/cards.ts'
import { formCard, type IdeaFormCard } from '../../../../src/features/ideas/card/form-cards.ts'
import type { IdeaCard } from '../../../../src/features/ideas/card/frame-cards.ts'
import { type IdeaListCard, listCard } from '../../../../src/features/ideas/card/list-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { MINUTE } from '../../../../src/kernel/time/clock.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { HANDOVER, ideas, LONG, QUESTION } from './idea.ts'

export function ideaCardSamples(words: Words, said: Said) {
  const { idea, mine, fresh, answered, studied, retained, aside } = ideas(said)
  const decision = { at: idea.at, until: idea.at + 10 * MINUTE }
  const box = { id: 'b1', question: said(QUESTION), kind: 'ideas', organiser: 'p2', at: 0 } as const
  const asked = { ...box, kind: 'question' } as const
  const thresholds = [
    { supports: 30, directions: 3, days: 30, by: 'direction' },
    { supports: 60, days: 15, by: 'lab' },
  ] as const
  const page = [
    idea,
    { ...idea, supported: true },
    mine,
    { ...answered, axis: 'usager', supports: 1, directions: 1 },
  ]
  const owed = { on: '2027-03-12', late: false }
  const owedHere = { ...owed, direction: said('Direction des lycées') }
  const gathering = { id: 'w1', title: said('Le lycée, demain'), axis: 'equipe' }
  const origin = { workshop: 'w1', title: gathering.title, table: said('4') }
  return {
    'ideas/card/idea': [
      ideaCard(words, programme, { ...fresh, axis: 'equipe', origin }, true),
      ideaCard(words, programme, fresh, true),
      ideaCard(words, programme, mine, true),
      ideaCard(words, programme, idea, true),
      ideaCard(words, programme, idea, false),
      ideaCard(
        words,
        programme,
        { ...idea, state: 'retained', source: { id: 'i2', text: said(HANDOVER) } },
        true,
      ),
      ideaCard(words, programme, { ...idea, state: 'initiative' }, false),
      ideaCard(words, programme, { ...idea, supported: true }, true),
      ideaCard(words, programme, { ...idea, supported: true }, true, {
        foot: [],
        told: '',
        next: '',
        supportsTold: true,
      }),
      ideaCard(words, programme, { ...fresh, axis: 'equipe', comments: 1 }, true),
      ideaCard(words, programme, { ...idea, mayAnswer: true }, true),
      ideaCard(words, programme, { ...answered, mayAnswer: true }, true),
      ideaCard(words, programme, { ...idea, mayAnswer: true, mayDecide: true }, true),
      ideaCard(words, programme, { ...mine, mayAnswer: true, mayDecide: true }, true),
      ideaCard(words, programme, { ...studied, mayAnswer: true, mayDecide: true }, true),
      ideaCard(words, programme, { ...answered, mayAnswer: true, mayDecide: true }, true),
      ideaCard(words, programme, { ...aside, mayAnswer: true, mayDecide: true }, true),
      ideaCard(words, programme, { ...retained, mayDecide: true }, true),
      ideaCard(
        words,
        programme,
        { ...retained, mayAnswer: true, mayDecide: true, untold: { decision } },
        true,
      ),
      ideaCard(
        words,
        programme,
        { ...answered, mayAnswer: true, mayDecide: true, untold: { answer: decision } },
        true,
      ),
      ideaCard(words, programme, answered, false),
      withdrawnCard(words, [another(words, idea), seeIdeas(words, undefined)]),
      withdrawnCard(words),
      postedCard(words, programme, { ...answered, answererName: '' }),
      postedCard(words, programme, idea),
      postedCard(words, programme, aside),
      postedCard(words, programme, { ...aside, deciderName: '' }),
      postedCard(words, programme, { ...retained, deciderName: '' }),
      postedCard(words, programme, { ...studied, deciderName: '' }),
      postedCard(words, programme, fresh),
      postedCard(words, programme, { ...idea, authorName: '' }),
      postedCard(words, programme, { ...idea, unnamed: true, authorName: '' }),
      ideaCard(words, programme, { ...mine, unnamed: true }, true),
      ideaCard(words, programme, { ...idea, owed: owedHere }, true),
      ideaCard(words, programme, { ...idea, owed: { ...owedHere, late: true }, mayAnswer: true }, true),
      ideaCard(words, programme, { ...idea, owed }, false),
      ideaCard(words, programme, { ...idea, owed: { ...owed, late: true } }, false),
      postedCard(words, programme, { ...idea, owed: { ...owedHere, late: true } }),
    ],
    'ideas/card/form': [
      formCard(words, programme, '', box),
      formCard(words, { ...programme, thresholds }, '', asked),
      formCard(words, programme, 'n1'),
      formCard(words, programme, 'n1', undefined, { text: said(LONG), axis: 'transitions', unnamed: 'on' }),
    ],
    'ideas/card/list': [
      listCard(words, programme, { items: page, next: '1-i1', acts: true, moderates: false }),
      listCard(words, programme, { items: page.slice(0, 3), next: '1-i1', acts: true, moderates: true }),
      listCard(words, programme, { items: [{ ...idea, owed }, fresh], box, acts: true, moderates: false }),
      listCard(words, programme, { items: [idea], box: asked, acts: true, moderates: false }),
      listCard(words, programme, { items: [], acts: false, moderates: false }),
    ],
  } satisfies Samples<IdeaCard | IdeaFormCard | IdeaListCard>
}
