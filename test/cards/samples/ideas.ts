import type { Channel } from '../../../src/features/channels/index.ts'
import { boxFormCard, boxOpenedCard } from '../../../src/features/ideas/box-cards.ts'
import { formCard, type IdeaCard, ideaCard, listCard, postedCard } from '../../../src/features/ideas/cards.ts'
import type { IdeaSeen } from '../../../src/features/ideas/domain.ts'
import { quoteCard } from '../../../src/features/ideas/quote-cards.ts'
import { insertedCard } from '../../../src/features/ideas/search-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme.ts'
import type { Said, Samples } from '../sample.ts'

const HANDOVER =
  'Un carnet de passation d’une page quand on change de poste : qui appeler, où sont les dossiers, ce qui est en cours.'
const QUESTION = 'Qu’est-ce qui rendrait votre travail plus simple dès ce mois-ci ?'
const LONG = 'Réparer avant de racheter : un atelier par lycée, ouvert aux agents et aux élèves. '.repeat(4)

export function ideas(said: Said) {
  const idea: IdeaSeen = {
    id: 'i1',
    author: 'p1',
    authorName: said('Sophie Lannes'),
    axis: 'equipe',
    text: said(HANDOVER),
    state: 'received',
    supports: 12,
    directions: 4,
    comments: 0,
    answererName: '',
    correctable: false,
    mayAnswer: false,
    at: Date.UTC(2027, 3, 22),
    mine: false,
    supported: false,
  }
  const { axis: _, ...without } = idea
  return {
    idea,
    mine: { ...idea, mine: true },
    fresh: { ...without, mine: true, supports: 1, directions: 0 },
  }
}

export function ideaSamples(words: Words, said: Said) {
  const { idea, mine, fresh } = ideas(said)
  const box = { id: 'b1', question: said(QUESTION), channel: 'c1', organiser: 'p2', at: 0 }
  const channel: Channel = {
    id: 'c1',
    teamId: 't1',
    teamName: said('Direction de la transition'),
    name: said('Idées'),
    address: 'a',
  }
  const page = [
    idea,
    { ...idea, supported: true },
    mine,
    { ...idea, axis: 'usager', supports: 1, directions: 1 },
  ]
  return {
    'ideas/idea': [
      ideaCard(words, programme, fresh, true),
      ideaCard(words, programme, mine, true),
      ideaCard(words, programme, idea, true),
      ideaCard(words, programme, idea, false),
      ideaCard(words, programme, { ...idea, supported: true }, true),
      postedCard(words, programme, idea),
      postedCard(words, programme, fresh),
      postedCard(words, programme, { ...idea, authorName: '' }),
      insertedCard(words, programme, idea, idea.at),
    ],
    'ideas/form': [
      formCard(words, programme, '', box),
      formCard(words, programme, 'n1'),
      quoteCard(words, programme, 'n1', said(LONG)),
      formCard(words, programme, 'n1', undefined, { text: said(LONG), axis: 'transitions' }),
    ],
    'ideas/list': [
      listCard(words, programme, { items: page, next: '1-i1', acts: true }),
      listCard(words, programme, { items: [idea], box, acts: true }),
      listCard(words, programme, { items: [], acts: false }),
    ],
    'ideas/box-form': [boxFormCard(words, [channel], 'n1', { question: said(QUESTION) })],
    'ideas/box-opened': [boxOpenedCard(words, box, channel)],
  } satisfies Samples<IdeaCard>
}
