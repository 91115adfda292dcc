import { useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { Unread, useUnread } from '../../parts/notices/unread-notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useNarrow } from '../../parts/page/narrow.ts'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { byDue, isWaiting } from '../ideas/waiting.ts'
import { WaitingIdea } from '../ideas/waiting-idea.tsx'
import { useDirectionTab } from '../reading/context.tsx'
import type { PlacedStep } from './steps-in-order.ts'
import { useSteps } from './use-steps.ts'
import { usePublicText, useWaitingTexts } from './waiting-line.ts'
import { WaitingStep } from './waiting-step.tsx'

/** What is shown unfolded: on a phone the first and what is late, so that what was done stands under it. */
const [ON_A_PHONE, BESIDE] = [1, 3]
const PARTS = ['unread.waiting', 'unread.steps'] as const

/** Waiting ideas, with those answered or decided during this visit in their former places. */
function useSteadyList(read: readonly IdeaView[]) {
  const [touched, setTouched] = useState<readonly IdeaView[]>([])
  // By now everybody knows: nothing is taken back any more.
  const gone = touched
    .filter(({ id }) => read.every(one => one.id !== id))
    .map(({ untold: _, ...idea }) => idea)
  const knownDue = ({ id, due }: IdeaView) => touched.find(each => each.id === id)?.due ?? due
  const items = [...gone, ...read].toSorted(
    (a, b) => byDue(knownDue(a), knownDue(b)) || a.at - b.at || a.id.localeCompare(b.id),
  )
  const touch = (idea: IdeaView) => {
    // Answered, it is due no more.
    const due = items.find(({ id }) => id === idea.id)?.due ?? knownDue(idea)
    setTouched(before => [...before.filter(({ id }) => id !== idea.id), { ...idea, ...(due && { due }) }])
  }
  return { items, touch }
}

type Row = { readonly id: string; readonly idea?: IdeaView; readonly step?: OwnStepView }

/**
 * What is owed first, then late steps and those that nobody promised, then ideas that merely wait; `answering`: for who came
 * to answer, ideas before steps.
 */
function rowsOf(
  ideas: readonly IdeaView[],
  steps: readonly PlacedStep[],
  answering: boolean,
): readonly Row[] {
  const isOwed = ({ due }: IdeaView) => due?.direction !== undefined
  const ofIdea = (idea: IdeaView): Row => ({ id: idea.id, idea })
  const ofSteps = steps.map(({ step }): Row => ({ id: step.id, step }))
  if (answering) return [...ideas.map(ofIdea), ...ofSteps]
  return [...ideas.filter(isOwed).map(ofIdea), ...ofSteps, ...ideas.filter(idea => !isOwed(idea)).map(ofIdea)]
}

/** How many stand unfolded on a phone: none that is late is hidden behind « Voir les 6 ». */
function urgentIn(rows: readonly Row[]): number {
  const last = rows.findLastIndex(({ idea, step }) => (idea ? idea.due?.late : step?.late) === true)
  return Math.min(BESIDE, Math.max(ON_A_PHONE, last + 1))
}

const isOpen = ({ idea, step }: Row) =>
  idea ? isWaiting(idea) : step?.state === 'proposed' || step?.state === 'promised'

/** Nothing waits, or somebody else answers: one sentence, and no panel. */
function Calm({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className="calm">{text}</p>
}

/** What waits for who answers for the Direction: in one line, then the first of it, each with its act. */
function WaitingList({ read, answering }: { read: readonly IdeaView[]; answering: boolean }) {
  const { say } = useSession().translator
  const { cut, readOn } = useDirectionTab()
  const { items, touch } = useSteadyList(read)
  const { steps, settle } = useSteps()
  const rows = rowsOf(items, steps, answering)
  const texts = useWaitingTexts(steps.map(({ step }) => step))
  const [first] = useState(() => rows.find(({ idea }) => !idea || isWaiting(idea))?.id)
  const narrow = useNarrow()
  if (rows.length === 0 && !cut.waiting) return <Calm text={say('direction.now.none')} />
  return (
    <Panel title={say('direction.now')}>
      {texts.length > 0 ? (
        <FactLine className="now-line" of={texts} />
      ) : (
        <p className="now-line">{say('direction.now.none')}</p>
      )}
      <Unread parts={PARTS} shown />
      <FoldedList
        items={rows}
        limit={narrow ? urgentIn(rows) : BESIDE}
        count={rows.filter(isOpen).length}
        read={cut.waiting ? () => readOn(['waiting']) : undefined}
        empty={null}
        draw={({ id, idea, step }) =>
          idea ? (
            <WaitingIdea idea={idea} first={id === first} touch={touch} />
          ) : (
            step && <WaitingStep step={step} settle={settle} />
          )
        }
      />
    </Panel>
  )
}

/** « Ce qui vous attend », for those who answer; for all others how many ideas wait. */
export function WaitingPanel({ answering = false }: { answering?: boolean }) {
  const { say } = useSession().translator
  const { waiting } = useDirectionTab().values
  const unread = useUnread(['unread.waiting'])
  const text = usePublicText()
  if (waiting?.mayAnswer) return <WaitingList read={waiting.ideas} answering={answering} />
  if (waiting || !unread) return <Calm text={text} />
  return (
    <Panel title={say('direction.now')}>
      <Unread parts={['unread.waiting']} />
    </Panel>
  )
}
