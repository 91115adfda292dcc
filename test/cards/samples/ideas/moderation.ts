import { ideaCard, postedCard } from '../../../../src/features/ideas/card/cards.ts'
import type { WritingCard } from '../../../../src/features/ideas/card/form-cards.ts'
import type { IdeaCard } from '../../../../src/features/ideas/card/frame-cards.ts'
import type { IdeaListCard } from '../../../../src/features/ideas/card/list-cards.ts'
import type { IdeaSeen } from '../../../../src/features/ideas/idea/domain.ts'
import { mergeActs } from '../../../../src/features/ideas/merging/cards.ts'
import {
  hidingForm,
  moderationCard,
  queueCard,
  type ReportCard,
  reportCard,
} from '../../../../src/features/ideas/moderation/cards.ts'
import {
  type CommentReportCard,
  commentReportForm,
} from '../../../../src/features/ideas/moderation/comment-report-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { commentOf, ideas, OTHER, WHY } from './idea.ts'

export function ideaModerationSamples(words: Words, said: Said) {
  const { idea } = ideas(said)
  const hidden = { reason: said(WHY), by: 'p9', at: idea.at }
  const lab: IdeaSeen = { ...idea, mayModerate: true, mayAnswer: true, mayDecide: true }
  const otherIdea = { id: 'i2', text: said(OTHER), authorName: said('Karim Benali') }
  const joined: IdeaSeen = { ...idea, joined: [otherIdea], supports: 19 }
  const watched = { idea: lab, at: idea.at, reports: 7, reasons: [said(WHY), said('Hors sujet')] }
  const comment = commentOf(said)
  return {
    'ideas/card/idea': [
      ideaCard(words, programme, { ...idea, hidden, mine: true }, true),
      ideaCard(words, programme, { ...lab, hidden, comments: 2 }, true),
      postedCard(words, programme, { ...idea, hidden }),
      moderationCard(words, programme, watched, mergeActs(words, lab)),
      moderationCard(words, programme, { ...watched, reports: 0, reasons: [] }, mergeActs(words, joined)),
      moderationCard(words, programme, { ...watched, idea: { ...lab, hidden }, reports: 2 }, []),
      ideaCard(words, programme, lab, true),
    ],
    'ideas/moderation/report': [
      reportCard(words, programme, idea),
      reportCard(words, programme, idea, said('Des personnes y sont nommées')),
    ],
    'ideas/moderation/comment-report': [
      commentReportForm(words, programme, idea, [comment, { ...comment, id: 'c2' }], {
        after: '',
        comment: 'c2',
        text: said('Une personne y est nommée'),
      }),
      commentReportForm(words, programme, idea, [comment], { after: '1-c0', comment: '', text: '' }),
      commentReportForm(words, programme, idea, [], { after: '', comment: '', text: '' }),
    ],
    'ideas/card/writing': [hidingForm(words, programme, idea), hidingForm(words, programme, idea, said(WHY))],
    'ideas/card/list': [
      queueCard(words, 'reported', { items: [watched, { ...watched, reports: 1 }], next: '1-i1' }),
      queueCard(words, 'hidden', { items: [{ ...watched, reports: 0 }] }),
      queueCard(words, 'reported', { items: [] }),
    ],
  } satisfies Samples<CommentReportCard | IdeaCard | IdeaListCard | ReportCard | WritingCard>
}
