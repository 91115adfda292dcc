import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useDesk } from './desk.tsx'
import { BallotTask, DirectionTask, WorkshopTask } from './task-cards.tsx'
import { type Task, tasksOf } from './tasks.ts'

const SHOWN = 3

function TaskCard({ task, begun }: { task: Task; begun: () => void }) {
  if (task.kind === 'direction') return <DirectionTask begun={begun} />
  if (task.kind === 'ballot') return <BallotTask ballot={task.ballot} begun={begun} />
  return <WorkshopTask workshop={task.workshop} begun={begun} />
}

/** « Pour vous maintenant »: what waits for this person. Absent when nothing does. */
export function Now() {
  const desk = useDesk()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const heading = useId()
  const tasks = tasksOf(desk, touched)
  if (tasks.length === 0) return null
  const note = (id: string) => setTouched(before => new Set(before).add(id))
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{desk.speech.say('tab.now')}</h2>
        {tasks.length > SHOWN && (
          <Button appearance="transparent" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? desk.speech.say('tab.less') : desk.speech.say('see.all', { count: tasks.length })}
          </Button>
        )}
      </div>
      <ul className="tasks">
        {(all ? tasks : tasks.slice(0, SHOWN)).map(task => (
          <li key={task.id} className="card task">
            <TaskCard task={task} begun={() => note(task.id)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
