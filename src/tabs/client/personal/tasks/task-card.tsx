import { lazy } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { LeadTask } from './day-cards.tsx'
import { AnswerTask, FeedbackTask, TableTask } from './news-cards.tsx'
import { SeriesTask } from './series-task.tsx'
import { StepTask } from './step-task.tsx'
import { BallotTask, DirectionTask, WorkshopTask } from './task-cards.tsx'
import type { PersonalTask } from './tasks.ts'

// Few people have some.
const MergeTask = lazy(() => import('./merge-task.tsx'))
const TrialTask = lazy(() => import('./trial-task.tsx'))

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
  if (task.kind === 'merge')
    return (
      <LazyPart fallback={<div className="bone-list" aria-busy="true" />}>
        <MergeTask asked={task.merge} begun={begun} />
      </LazyPart>
    )
  if (task.kind === 'trials')
    return (
      <LazyPart fallback={<div className="bone-list" aria-busy="true" />}>
        <TrialTask trials={task.trials} />
      </LazyPart>
    )
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

type Props = {
  readonly tasks: readonly PersonalTask[]
  readonly begun: (task: PersonalTask, id?: string) => void
}

/** A row for each. */
export function TaskRows({ tasks, begun }: Props) {
  return tasks.map((task, at) => (
    <li key={task.id} className="card task">
      <TaskCard task={task} told={isTold(task, tasks.slice(0, at))} begun={id => begun(task, id)} />
    </li>
  ))
}
