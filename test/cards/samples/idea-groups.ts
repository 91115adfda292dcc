import { ideaCard, postedCard } from '../../../src/features/ideas/card/cards.ts'
import type { IdeaSeen } from '../../../src/features/ideas/idea/domain.ts'
import { joinedCard, mergeActs, mergeForm, mergeMessage } from '../../../src/features/ideas/merging/cards.ts'
import type { Merge, MergeSeen } from '../../../src/features/ideas/merging/domain.ts'
import {
  hidingForm,
  moderationCard,
  queueCard,
  reportCard,
} from '../../../src/features/ideas/moderation/cards.ts'
import { newsOf } from '../../../src/features/ideas/news/cards.ts'
import { foot } from '../../../src/features/messages/index.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said } from '../sample.ts'

const WHY = 'Une personne y est nommée. Sans son nom, l’idée peut revenir.'
const OTHER = 'Une fiche d’une page à chaque changement de poste'

/** Ideas that are reported, hidden, or joined with others. */
export function ideaGroups(words: Words, said: Said, idea: IdeaSeen) {
  const hidden = { reason: said(WHY), by: 'p9', at: idea.at }
  const lab: IdeaSeen = { ...idea, mayModerate: true, mayAnswer: true, mayDecide: true }
  const second = { id: 'i2', text: said(OTHER), authorName: said('Karim Benali') }
  const joined: IdeaSeen = { ...idea, joined: [second], supports: 19 }
  const many = [second, { ...second, id: 'i3', text: '', authorName: '' }, { ...second, id: 'i4' }]
  const merged: IdeaSeen = {
    ...idea,
    ...second,
    state: 'merged',
    root: 'i1',
    supports: 0,
    comments: 2,
    leads: { id: 'i1', text: idea.text, authorName: idea.authorName },
  }
  const merge: Merge = { id: 'g1', from: 'i2', into: 'i1', by: 'p4', state: 'asked', at: idea.at }
  const told = (more: Partial<MergeSeen>): MergeSeen => ({
    merge,
    from: merged,
    into: joined,
    wrote: false,
    asked: false,
    ...more,
  })
  const message = foot(words, { id: 'm1', round: 1 })
  const may = { may: true, ...message }
  const apart: IdeaSeen = { ...idea, ...second }
  const news = (step: 'hidden' | 'restored') => ({
    ...message,
    ...newsOf(words, programme, { ...idea, mine: true }, { step }, undefined),
  })
  const watched = { idea: lab, at: idea.at, reports: 7, reasons: [said(WHY), said('Hors sujet')] }
  return {
    idea: [
      ideaCard(words, programme, { ...idea, hidden, mine: true }, true),
      ideaCard(words, programme, { ...lab, hidden, comments: 2 }, true),
      ideaCard(words, programme, { ...idea, hidden, mine: true }, true, news('hidden')),
      ideaCard(words, programme, { ...idea, mine: true }, true, news('restored')),
      postedCard(words, programme, { ...idea, hidden }),
      moderationCard(words, programme, watched, mergeActs(words, lab)),
      moderationCard(words, programme, { ...watched, reports: 0, reasons: [] }, mergeActs(words, joined)),
      moderationCard(words, programme, { ...watched, idea: { ...lab, hidden }, reports: 2 }, []),
      ideaCard(words, programme, lab, true),
      ideaCard(words, programme, joined, true),
      ideaCard(words, programme, { ...joined, joined: many, mine: true }, true),
      ideaCard(words, programme, { ...joined, joined: [{ ...second, authorName: '' }] }, false),
      postedCard(words, programme, joined),
      ideaCard(words, programme, { ...merged, mine: true }, true),
      ideaCard(words, programme, { ...merged, leads: { ...second, text: '' } }, true),
      postedCard(words, programme, merged),
      mergeMessage(
        words,
        programme,
        told({ asked: true, into: { ...idea, mine: true }, from: apart }),
        'merge-asked',
        may,
      ),
      mergeMessage(words, programme, told({ from: { ...apart, mine: true } }), 'merge-declined', may),
      mergeMessage(words, programme, told({ into: { ...joined, supported: true } }), 'merged', may),
      mergeMessage(words, programme, told({ wrote: true, into: { ...joined, mine: true } }), 'merged', may),
      mergeMessage(words, programme, told({ from: { ...apart, supported: true } }), 'unmerged', may),
      mergeMessage(words, programme, told({ from: { ...apart, mine: true } }), 'unmerged', may),
      ...(['merge-asked', 'merged'] as const).map(step => {
        const into: IdeaSeen = { ...joined, unnamed: true, authorName: '', mine: true }
        return mergeMessage(
          words,
          programme,
          told({ wrote: true, asked: true, from: apart, into }),
          step,
          may,
        )
      }),
    ] as const,
    report: [
      reportCard(words, programme, idea),
      reportCard(words, programme, idea, said('Des personnes y sont nommées')),
    ] as const,
    hiding: [hidingForm(words, programme, idea), hidingForm(words, programme, idea, said(WHY))] as const,
    merge: [
      mergeForm(words, programme, { idea: lab, others: [apart, joined], into: 'i2', atOnce: true }),
      mergeForm(words, programme, {
        idea: { ...idea, mine: true },
        others: [apart],
        into: '',
        atOnce: false,
      }),
      mergeForm(words, programme, { idea, others: [], into: '', atOnce: false }),
    ] as const,
    list: [
      queueCard(words, 'reported', { items: [watched, { ...watched, reports: 1 }], next: '1-i1' }),
      queueCard(words, 'hidden', { items: [{ ...watched, reports: 0 }] }),
      queueCard(words, 'reported', { items: [] }),
      joinedCard(words, joined, { items: many, mayPart: false }),
      joinedCard(words, joined, { items: many.slice(0, 2), mayPart: true, next: 2 }),
      joinedCard(words, idea, { items: [], mayPart: false }),
    ] as const,
  }
}
