import { Button } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import type { MergeAskedView } from '../../../contract/ideas/ideas.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { Unread, useUnread } from '../../parts/notices/unread-notice.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { LeadTask } from './day-cards.tsx'
import { MergeTask } from './merge-task.tsx'
import { AnswerTask, FeedbackTask, TableTask } from './news-cards.tsx'
import { isRead } from './read-answers.ts'
import { SeriesTask } from './series-task.tsx'
import { StepTask } from './step-task.tsx'
import { BallotTask, DirectionTask, WorkshopTask } from './task-cards.tsx'
import { aloneOf, longerOf, type PersonalTask, tasksOf } from './tasks.ts'

const SHOWN = 3
/** What waits among these has no other place on the page, or one far below. */
const TOLD = ['unread.merges', 'unread.steps', 'unread.feedback', 'unread.ballots'] as const

type CardProps = {
  readonly task: PersonalTask
  readonly told: boolean
  /** `id`: of the day of a series that was acted upon. */
  readonly begun: (id?: string) => void
}

function TaskCard({ task, told, begun }: CardProps) {
  if (task.kind === 'series') return <SeriesTask days={task.days} begun={begun} />
  if (task.kind === 'direction') return <DirectionTask begun={begun} />
  if (task.kind === 'ballot') return <BallotTask ballot={task.ballot} begun={begun} />
  if (task.kind === 'answer') return <AnswerTask idea={task.idea} begun={begun} />
  if (task.kind === 'merge') return <MergeTask asked={task.merge} begun={begun} />
  if (task.kind === 'step') return <StepTask step={task.step} begun={begun} />
  if (task.kind === 'feedback') return <FeedbackTask asked={task.asked} />
  if (task.kind === 'lead') return <LeadTask workshop={task.workshop} />
  if (task.kind === 'table') return <TableTask workshop={task.workshop} />
  return <WorkshopTask workshop={task.workshop} told={told} begun={begun} />
}

/** Whether one of those before says the same: days of a series are about the same thing. */
function isTold(task: PersonalTask, before: readonly PersonalTask[]): boolean {
  return (
    task.kind === 'workshop' &&
    before.some(each => each.kind === 'workshop' && each.workshop.description === task.workshop.description)
  )
}

/** « Pour vous maintenant »: what waits for this person. Absent when nothing does. */
export function TaskList() {
  const tab = usePersonalTab()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const heading = useId()
  const list = useRef<HTMLUListElement>(null)
  const [answered, setAnswered] = useState<readonly MergeAskedView[]>([])
  const tasks = tasksOf(tab, touched, isRead, answered)
  const longer = tab.acting ? longerOf(tab) : []
  const unread = useUnread(TOLD) && tab.acting
  if (tasks.length + longer.length === 0 && !unread) return null
  const hidden = tasks.length > SHOWN
  const { say } = tab.translator
  const more = longer.length > 0 ? say('tab.rest') : say('see.all', { count: tasks.length })
  const note = (task: PersonalTask, id = task.id) => {
    if (task.kind === 'merge')
      setAnswered(before => [...before.filter(({ id }) => id !== task.merge.id), task.merge])
    else setTouched(before => new Set([...before, id, ...(task.kind === 'workshop' ? [aloneOf(id)] : [])]))
  }
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{say('tab.now')}</h2>
        {hidden && (
          <Button appearance="transparent" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? say('tab.less') : more}
          </Button>
        )}
      </div>
      {unread && <Unread parts={TOLD} shown={tasks.length > 0} />}
      <ul className="tasks" ref={list} tabIndex={-1}>
        {(all ? tasks : tasks.slice(0, SHOWN)).map((task, at) => (
          <li key={task.id} className="card task">
            <TaskCard task={task} told={isTold(task, tasks.slice(0, at))} begun={id => note(task, id)} />
          </li>
        ))}
      </ul>
      <ReadOn
        read={longer.length > 0 && (all || !hidden) ? () => tab.readOn(longer) : undefined}
        list={list}
        count={tasks.length}
        begun={() => setAll(true)}
      />
    </section>
  )
}
