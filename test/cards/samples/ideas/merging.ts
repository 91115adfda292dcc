import { ideaCard, postedCard } from '../../../../src/features/ideas/card/cards.ts'
import type { IdeaCard } from '../../../../src/features/ideas/card/frame-cards.ts'
import type { IdeaListCard } from '../../../../src/features/ideas/card/list-cards.ts'
import type { IdeaSeen } from '../../../../src/features/ideas/idea/domain.ts'
import {
  joinedCard,
  type MergeFormCard,
  mergeForm,
  mergeMessage,
} from '../../../../src/features/ideas/merging/cards.ts'
import type { Merge, MergeSeen } from '../../../../src/features/ideas/merging/domain.ts'
import { foot } from '../../../../src/features/messages/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas, OTHER } from './idea.ts'

export function ideaMergingSamples(words: Words, said: Said) {
  const { idea } = ideas(said)
  const lab: IdeaSeen = { ...idea, mayModerate: true, mayAnswer: true, mayDecide: true }
  const otherIdea = { id: 'i2', text: said(OTHER), authorName: said('Karim Benali') }
  const joined: IdeaSeen = { ...idea, joined: [otherIdea], supports: 19 }
  const several = [
    otherIdea,
    { ...otherIdea, id: 'i3', text: '', authorName: '' },
    { ...otherIdea, id: 'i4' },
  ]
  const merged: IdeaSeen = {
    ...idea,
    ...otherIdea,
    state: 'merged',
    root: 'i1',
    supports: 0,
    comments: 2,
    leads: { id: 'i1', text: idea.text, authorName: idea.authorName },
  }
  const merge: Merge = { id: 'g1', from: 'i2', into: 'i1', by: 'p4', state: 'asked', at: idea.at }
  const mergeSeen = (more: Partial<MergeSeen>): MergeSeen => ({
    merge,
    from: merged,
    into: joined,
    wrote: false,
    asked: false,
    ...more,
  })
  const messageFoot = foot(words, { id: 'm1', round: 1 })
  const may = { may: true, ...messageFoot }
  const apartIdea: IdeaSeen = { ...idea, ...otherIdea }
  return {
    'ideas/card/idea': [
      ideaCard(words, programme, joined, true),
      ideaCard(words, programme, { ...joined, joined: several, mine: true }, true),
      ideaCard(words, programme, { ...joined, joined: [{ ...otherIdea, authorName: '' }] }, false),
      postedCard(words, programme, joined),
      ideaCard(words, programme, { ...merged, mine: true }, true),
      ideaCard(words, programme, { ...merged, leads: { ...otherIdea, text: '' } }, true),
      postedCard(words, programme, merged),
      mergeMessage(
        words,
        programme,
        mergeSeen({ asked: true, into: { ...idea, mine: true }, from: apartIdea }),
        'merge-asked',
        may,
      ),
      mergeMessage(
        words,
        programme,
        mergeSeen({ from: { ...apartIdea, mine: true } }),
        'merge-declined',
        may,
      ),
      mergeMessage(words, programme, mergeSeen({ into: { ...joined, supported: true } }), 'merged', may),
      mergeMessage(
        words,
        programme,
        mergeSeen({ wrote: true, into: { ...joined, mine: true } }),
        'merged',
        may,
      ),
      mergeMessage(words, programme, mergeSeen({ from: { ...apartIdea, supported: true } }), 'unmerged', may),
      mergeMessage(words, programme, mergeSeen({ from: { ...apartIdea, mine: true } }), 'unmerged', may),
      ...(['merge-asked', 'merged'] as const).map(step => {
        const into: IdeaSeen = { ...joined, unnamed: true, authorName: '', mine: true }
        return mergeMessage(
          words,
          programme,
          mergeSeen({ wrote: true, asked: true, from: apartIdea, into }),
          step,
          may,
        )
      }),
    ],
    'ideas/merging/merge': [
      mergeForm(words, programme, { idea: lab, others: [apartIdea, joined], into: 'i2', atOnce: true }),
      mergeForm(words, programme, {
        idea: { ...idea, mine: true },
        others: [apartIdea],
        into: '',
        atOnce: false,
      }),
      mergeForm(words, programme, { idea, others: [], into: '', atOnce: false }),
    ],
    'ideas/card/list': [
      joinedCard(words, joined, { items: several, mayPart: false }),
      joinedCard(words, joined, { items: several.slice(0, 2), mayPart: true, next: 2 }),
      joinedCard(words, idea, { items: [], mayPart: false }),
    ],
  } satisfies Samples<IdeaCard | IdeaListCard | MergeFormCard>
}
