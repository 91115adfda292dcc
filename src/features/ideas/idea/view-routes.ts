import { exact } from '../../../kernel/personal-data/counts.ts'
import type { IdeaView } from '../../../tabs/contract/ideas/ideas.ts'
import type { IdeaSeen } from './domain.ts'
import type { IdeaState } from './state.ts'
import { supportsShown } from './support-count.ts'

function answerView({ answer, answererName }: IdeaSeen): Pick<IdeaView, 'answer'> {
  if (!answer) return {}
  const { text, as, at } = answer
  return { answer: { text, author: answererName, role: as, at } }
}

function decisionView({ state, decision, deciderName }: IdeaSeen): Pick<IdeaView, 'decision'> {
  if (decision?.step !== state) return {}
  const { as, at, reason } = decision
  return { decision: { author: deciderName, role: as, at, ...(reason !== undefined && { reason }) } }
}

function groupView({
  joined = [],
  root,
  hidden,
}: IdeaSeen): Pick<IdeaView, 'with' | 'mergedInto' | 'hidden'> {
  const names = [...new Set(joined.map(({ authorName }) => authorName))].filter(name => name !== '')
  return {
    ...(names.length > 0 && { with: names }),
    ...(root !== undefined && { mergedInto: root }),
    ...(hidden && { hidden: hidden.reason }),
  }
}

/** Never reached by one that was taken back; the contract has no such state. */
const stateView = (state: IdeaState): IdeaView['state'] => (state === 'withdrawn' ? 'received' : state)

export function viewOf(idea: IdeaSeen): IdeaView {
  const { id, axis, text, authorName, mine, state, at, supported } = idea
  return {
    id,
    ...(axis !== undefined && { axis }),
    text,
    author: authorName,
    mine,
    state: stateView(state),
    ...(idea.direction !== undefined && { direction: idea.direction }),
    at,
    ...supportsShown(idea),
    supported,
    ...(idea.reported && { reported: true }),
    ...(idea.wroteJoined && { wroteJoined: true }),
    comments: exact('shared', idea.comments),
    ...answerView(idea),
    ...decisionView(idea),
    ...groupView(idea),
    ...(idea.source && { inspiredBy: idea.source }),
    ...(idea.next && { next: idea.next }),
    ...(idea.undoUntil !== undefined && { undoUntil: idea.undoUntil }),
    ...(idea.correctable && { correctable: true }),
    ...(idea.unnamed && { unnamed: true }),
    ...(idea.namedStill && { mayUnname: true }),
    ...(idea.mayAnswer && { mayAnswer: true }),
    ...(idea.mayDecide && { mayDecide: true }),
    ...(idea.owed && { due: idea.owed }),
    ...(idea.untold && { untold: idea.untold }),
    ...(idea.published && { published: stateView(idea.published) }),
  }
}
