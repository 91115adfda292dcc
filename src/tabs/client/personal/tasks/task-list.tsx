import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import type { MergeAskedView } from '../../../contract/ideas/ideas.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { Unread, useUnread } from '../../parts/notices/unread-notice.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { isRead } from './read-answers.ts'
import { TaskRows } from './task-card.tsx'
import { isToday, longerOf, type PersonalTask, tasksOf, touchedBy } from './tasks.ts'

/** Rows at first, the day's among them. */
const SHOWN = 3
/** What waits among these has no other place on the page, or one far below. */
const TOLD = ['unread.merges', 'unread.steps', 'unread.feedback', 'unread.ballots'] as const

type Begun = (task: PersonalTask, id?: string) => void
type RowsProps = { readonly tasks: readonly PersonalTask[]; readonly begun: Begun }
/** `shown`: how many rows of them at first. */
type NowProps = RowsProps & { readonly shown: number }

/** « Aujourd’hui »: the workshop of the day. */
function Today({ tasks, begun }: RowsProps) {
  const { say } = usePersonalTab().translator
  const heading = useId()
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{say('tab.today')}</h2>
      </div>
      <ul className="tasks tasks-today">
        <TaskRows tasks={tasks} begun={begun} />
      </ul>
    </section>
  )
}

/** « Pour vous maintenant »: a few rows, and the others behind one press, which leads to the first of them. */
function Now({ tasks, begun, shown }: NowProps) {
  const tab = usePersonalTab()
  const { say } = tab.translator
  const [all, setAll] = useState(false)
  const heading = useId()
  const list = useRef<HTMLUListElement>(null)
  const landing = useRef(false)
  useEffect(() => {
    const next = landing.current && all && list.current?.children[shown]
    landing.current = false
    if (next instanceof HTMLElement) focusOn(next)
  }, [all, shown])
  const longer = tab.acting ? longerOf(tab) : []
  const unread = useUnread(TOLD) && tab.acting
  if (tasks.length + longer.length === 0 && !unread) return null
  const hidden = tasks.length - shown
  const more = longer.length > 0 ? say('tab.rest') : say('tab.now.more', { count: hidden })
  const turn = () => {
    landing.current = !all
    setAll(!all)
  }
  return (
    <section aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{say('tab.now')}</h2>
      </div>
      {unread && <Unread parts={TOLD} shown={tasks.length > 0} />}
      <ul className="tasks" ref={list} tabIndex={-1}>
        <TaskRows tasks={all ? tasks : tasks.slice(0, shown)} begun={begun} />
      </ul>
      <ReadOn
        read={longer.length > 0 && (all || hidden <= 0) ? () => tab.readOn(longer) : undefined}
        list={list}
        count={tasks.length}
        begun={() => setAll(true)}
      />
      {hidden > 0 && (
        <Button appearance="transparent" className="more" aria-expanded={all} onClick={turn}>
          {all ? say('tab.less') : more}
        </Button>
      )}
    </section>
  )
}

/** The day of a workshop, then « Pour vous maintenant »: what waits for this person. Each is absent when nothing does. */
export function TaskList() {
  const tab = usePersonalTab()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [answered, setAnswered] = useState<readonly MergeAskedView[]>([])
  const tasks = tasksOf(tab, touched, isRead, answered)
  const today = tasks.filter(isToday)
  const begun: Begun = (task, id) => {
    if (task.kind === 'merge')
      setAnswered(before => [...before.filter(({ id }) => id !== task.merge.id), task.merge])
    else setTouched(before => new Set([...before, ...touchedBy(task, id)]))
  }
  return (
    <>
      <Today tasks={today} begun={begun} />
      <Now
        tasks={tasks.filter(task => !isToday(task))}
        begun={begun}
        shown={Math.max(1, SHOWN - today.length)}
      />
    </>
  )
}
