import type { Channel } from '../../../src/features/channels/index.ts'
import { answerForm, asideForm } from '../../../src/features/ideas/answers/cards.ts'
import { type BoxCard, boxFormCard, boxOpenedCard } from '../../../src/features/ideas/boxes/cards.ts'
import { another, seeIdeas } from '../../../src/features/ideas/card/button-cards.ts'
import { ideaCard, postedCard, withdrawnCard } from '../../../src/features/ideas/card/cards.ts'
import type { EntriesCard } from '../../../src/features/ideas/card/entries-cards.ts'
import { formCard, type IdeaFormCard, type WritingCard } from '../../../src/features/ideas/card/form-cards.ts'
import type { IdeaCard } from '../../../src/features/ideas/card/frame-cards.ts'
import { type IdeaListCard, listCard } from '../../../src/features/ideas/card/list-cards.ts'
import {
  type CommentWithdrawalCard,
  commentForm,
  commentMessage,
  withdrawalForm,
} from '../../../src/features/ideas/comments/cards.ts'
import { commentsCard } from '../../../src/features/ideas/comments/list-cards.ts'
import { type GatheringCard, gatheringCard } from '../../../src/features/ideas/harvest/collecting-cards.ts'
import type { IdeaSeen } from '../../../src/features/ideas/idea/domain.ts'
import type { DecisionStep } from '../../../src/features/ideas/idea/state.ts'
import type { MergeFormCard } from '../../../src/features/ideas/merging/cards.ts'
import type { ReportCard } from '../../../src/features/ideas/moderation/cards.ts'
import {
  type CommentReportCard,
  commentReportForm,
} from '../../../src/features/ideas/moderation/comment-report-cards.ts'
import { newsOf } from '../../../src/features/ideas/news/cards.ts'
import { threadCard } from '../../../src/features/ideas/news/thread-cards.ts'
import { insertedCard } from '../../../src/features/ideas/register/search-cards.ts'
import { type SimilarCard, similarCard } from '../../../src/features/ideas/similarity/cards.ts'
import { correctionCard } from '../../../src/features/ideas/submission/correction-cards.ts'
import { quoteCard } from '../../../src/features/ideas/submission/quote-cards.ts'
import {
  correctButton,
  type SummaryCard,
  summaryCard,
  summaryForm,
  summaryPreview,
} from '../../../src/features/ideas/summary/cards.ts'
import type { SummarySeen } from '../../../src/features/ideas/summary/domain.ts'
import { foot, type Subject } from '../../../src/features/messages/index.ts'
import type { EventSeen } from '../../../src/features/thread/index.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'
import { ideaGroups } from './idea-groups.ts'

const HANDOVER =
  'Un carnet de passation d’une page quand on change de poste : qui appeler, où sont les dossiers, ce qui est en cours.'
const QUESTION = 'Qu’est-ce qui rendrait votre travail plus simple dès ce mois-ci ?'
const REPLY = 'Oui : la Direction l’essaie en juin dans deux services, et vous dira ici ce qu’il en est.'
const REASON = 'Le marché actuel court jusqu’en 2029 : la Direction la reprendra alors.'
const NEXT =
  'Trois essais dès septembre, à Narbonne et à Foix. On se retrouve en octobre pour dire ce qui a marché.'
const LONG = 'Réparer avant de racheter : un atelier par lycée, ouvert aux agents et aux élèves. '.repeat(4)

/** All cards of the feature: each has its sample. */
type CardOfIdeas =
  | IdeaCard
  | IdeaFormCard
  | WritingCard
  | IdeaListCard
  | EntriesCard
  | BoxCard
  | SimilarCard
  | ReportCard
  | CommentReportCard
  | CommentWithdrawalCard
  | MergeFormCard
  | GatheringCard
  | SummaryCard

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
    deciderName: '',
    correctable: false,
    namedStill: false,
    mayAnswer: false,
    mayDecide: false,
    at: Date.UTC(2027, 3, 22),
    mine: false,
    supported: false,
  }
  const { axis: _, ...without } = idea
  const decided = (step: DecisionStep, more = {}): IdeaSeen => ({
    ...idea,
    state: step,
    decision: { step, by: 'p3', as: 'manager', at: idea.at, turn: 1, ...more },
    deciderName: said('Pascal Vidal'),
  })
  return {
    idea,
    mine: { ...idea, mine: true },
    fresh: {
      ...without,
      mine: true,
      supports: 1,
      directions: 0,
      undoUntil: idea.at + 10 * MINUTE,
      correctable: true,
      namedStill: true,
    },
    answered: {
      ...idea,
      state: 'answered',
      comments: 3,
      answer: { text: said(REPLY), by: 'p3', as: 'manager', at: idea.at },
      answererName: said('Pascal Vidal'),
    } satisfies IdeaSeen,
    studied: decided('studied'),
    retained: decided('retained'),
    aside: decided('aside', { reason: said(REASON) }),
  }
}

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

export function ideaSamples(words: Words, said: Said) {
  const { idea, mine, fresh, answered, studied, retained, aside } = ideas(said)
  const groups = ideaGroups(words, said, idea)
  const told = (about: IdeaSeen, subject: Subject, event?: EventSeen) => ({
    ...foot(words, { id: 'm1', round: 1 }),
    ...newsOf(words, programme, about, subject, event),
  })
  const phase: EventSeen = { number: 7, kind: 'phase', at: idea.at, by: said('Maëlle Cadet') }
  const decision = { at: idea.at, until: idea.at + 10 * MINUTE }
  const box = { id: 'b1', question: said(QUESTION), organiser: 'p2', at: 0 }
  const channel: Channel = {
    id: 'c1',
    teamId: 't1',
    teamName: said('Direction de la transition'),
    name: said('Idées'),
    address: 'a',
  }
  const comment = {
    id: 'c1',
    idea: 'i1',
    author: 'p4',
    authorName: said('Karim Benali'),
    mine: false,
    text: said('Le nôtre tient sur une demi-page, je peux le partager.'),
    at: idea.at,
  }
  const mineSaid = { ...comment, mine: true }
  const unsent = { text: said(HANDOVER), axis: 'equipe', box: '', nonce: 'n1', unnamed: 'on' } as const
  const page = [
    idea,
    { ...idea, supported: true },
    mine,
    { ...answered, axis: 'usager', supports: 1, directions: 1 },
  ]
  const gathering = { id: 'w1', title: said('Le lycée, demain'), axis: 'equipe' }
  const seenWorkshop = gathering as unknown as SummarySeen['workshop']
  const written = { workshop: 'w1', next: said(NEXT), by: 'p1', at: idea.at, turn: 1 }
  const summed = {
    workshop: gathering,
    count: 42,
    top: [{ ...idea, text: said(LONG.slice(0, 280)) }, idea, { ...idea, supports: 1, directions: 1 }],
    summary: written,
  }
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
      insertedCard(words, programme, idea, idea.at),
      insertedCard(words, programme, { ...idea, state: 'initiative', ended: true }, idea.at),
      ...groups.idea,
      ...[{ reason: said(REASON), at: idea.at }, undefined].map(hidden =>
        commentMessage(
          words,
          programme,
          idea,
          { ...comment, ...(hidden && { hidden }) },
          foot(words, { id: 'm1', round: 1 }),
        ),
      ),
      postedCard(words, programme, { ...idea, unnamed: true, authorName: '' }),
      ideaCard(words, programme, { ...mine, unnamed: true }, true),
    ],
    'ideas/moderation/report': groups.report,
    'ideas/moderation/comment-report': [
      commentReportForm(words, programme, idea, [comment, { ...comment, id: 'c2' }], {
        after: '',
        comment: 'c2',
        text: said('Une personne y est nommée'),
      }),
      commentReportForm(words, programme, idea, [comment], { after: '1-c0', comment: '', text: '' }),
      commentReportForm(words, programme, idea, [], { after: '', comment: '', text: '' }),
    ],
    'ideas/comments/withdrawal': [
      withdrawalForm(words, programme, idea, [mineSaid, { ...mineSaid, id: 'c2' }], ''),
      withdrawalForm(words, programme, idea, [], '1-c0'),
    ],
    'ideas/merging/merge': groups.merge,
    'ideas/card/form': [
      formCard(words, programme, '', box),
      formCard(words, programme, 'n1'),
      quoteCard(words, programme, 'n1', said(LONG)),
      formCard(words, programme, 'n1', undefined, { text: said(LONG), axis: 'transitions', unnamed: 'on' }),
    ],
    'ideas/harvest/form': [
      gatheringCard(
        words,
        programme,
        gathering,
        'n1',
        { text: '', axis: '', table: '', unnamed: 'off' },
        'https://teams.microsoft.com/l/entity/teams-app/personal',
      ),
      gatheringCard(
        words,
        programme,
        gathering,
        'n1',
        { text: said(LONG), axis: 'usager', table: said('Les lycées'), unnamed: 'on' },
        '',
      ),
    ],
    'ideas/summary/sheet': [
      summaryCard(words, summed, { ...foot(words, { id: 'm1', round: 1 }) }),
      summaryCard(words, summed),
      summaryCard(words, summed, { foot: [], buttons: [correctButton(words, 'w1')] }),
      summaryCard(words, { ...summed, count: 0, top: [] }),
      summaryPreview(words, { ...summed, workshop: seenWorkshop }, said(NEXT)),
      summaryPreview(
        words,
        { count: 2, top: [idea, fresh], workshop: seenWorkshop },
        said(LONG.slice(0, 280)),
      ),
    ],
    'ideas/summary/form': [
      summaryForm(words, { workshop: gathering }, ''),
      summaryForm(words, summed, said(LONG)),
    ],
    'ideas/card/writing': [
      correctionCard(words, programme, mine),
      commentForm(words, programme, idea, 'n1'),
      commentForm(words, programme, idea, 'n1', said(LONG)),
      answerForm(words, programme, { ...idea, authorName: '' }),
      answerForm(words, programme, answered),
      asideForm(words, programme, idea),
      asideForm(words, programme, aside),
      ...groups.hiding,
    ],
    'ideas/card/entries': [
      commentsCard(
        words,
        programme,
        idea,
        {
          items: [
            comment,
            { ...comment, mine: true },
            { ...comment, authorName: '' },
            { ...comment, authorName: '', ofAuthor: true },
          ],
          next: '1-c1',
        },
        { may: true, after: '' },
      ),
      commentsCard(
        words,
        programme,
        idea,
        { items: [{ ...comment, mine: true, hidden: { reason: said(REASON), at: idea.at } }] },
        { may: true, after: '1-c0' },
      ),
      commentsCard(
        words,
        programme,
        idea,
        { items: [comment, mineSaid, { ...mineSaid, id: 'c2' }], next: '1-c1' },
        { may: true, after: '', withdrawn: 'c3' },
      ),
      commentsCard(words, programme, idea, { items: [] }, { may: false, after: '' }),
      threadCard(words, programme, answered, { items: threadOf(said), next: '5' }),
    ],
    'ideas/card/list': [
      listCard(words, programme, { items: page, next: '1-i1', acts: true, moderates: false }),
      listCard(words, programme, { items: page.slice(0, 3), next: '1-i1', acts: true, moderates: true }),
      listCard(words, programme, { items: [idea, fresh], box, acts: true, moderates: false }),
      listCard(words, programme, { items: [], acts: false, moderates: false }),
      ...groups.list,
    ],
    'ideas/similarity/list': [
      similarCard(words, programme, [idea, { ...fresh, supported: true }, answered], unsent),
      similarCard(words, programme, [idea], { ...unsent, box: 'b1', text: said(LONG) }),
    ],
    'ideas/boxes/form': [
      boxFormCard({
        words,
        channels: [channel],
        directions: programme.directions,
        nonce: 'n1',
        fields: { question: said(QUESTION), channel: 'c1', directions: 'lycees' },
      }),
    ],
    'ideas/boxes/opened': [boxOpenedCard(words, box, [channel])],
  } satisfies Samples<CardOfIdeas>
}
