import '../check-in/check-in.css'
import '../../parts/panels/details.css'
import './room.css'
import { useId, useRef, useState } from 'react'
import type { ParticipantAct, ParticipantView } from '../../../contract/room/room.ts'
import type { Call } from '../../data/api/call.ts'
import { useSession } from '../../parts/page/context.tsx'
import { SceneWords } from '../../parts/room/scene-card.tsx'
import { useServerTime } from '../../parts/room/server-time.ts'
import { timerReading, useTimerNews } from '../../parts/room/timer.ts'
import { TimerLine } from '../../parts/room/timer-line.tsx'
import { CheckInAct } from './check-in-act.tsx'
import { FeedbackAct } from './feedback-act.tsx'
import { IdeaAct } from './idea-act.tsx'
import { IdeasToSupport } from './support-act.tsx'
import { type OwnIdeas, useOwnIdeas } from './use-ideas.ts'
import { useSceneNews } from './use-participant.ts'
import { VoteAct } from './vote-act.tsx'
import { WaitingIdeas } from './waiting-ideas.tsx'

/** What each act is called. */
const ACT_NAMES = {
  'check-in': 'attendance.question',
  table: 'tables.mine',
  idea: 'following.idea.title',
  support: 'following.support',
  vote: 'following.vote',
  feedback: 'feedback.title',
  read: 'following.now',
} as const satisfies Record<ParticipantAct['kind'], string>

type Props = {
  readonly call: Call
  readonly view: ParticipantView
  readonly who: string
  readonly refresh: () => Promise<void>
}

function TableAct({ table }: { table: number | undefined }) {
  const { say } = useSession().translator
  if (table === undefined) return <p>{say('following.table.none')}</p>
  return (
    <p className="table-mine">
      <span className="unseen">{say('visit.table', { table })}</span>
      <strong aria-hidden="true">{table}</strong>
    </p>
  )
}

/** While the wall fills, its ideas stand folded under one's own. */
function Folded({ call, workshop }: { call: Call; workshop: string }) {
  const { say } = useSession().translator
  const [open, setOpen] = useState(false)
  return (
    <details className="unfold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('following.support')}</summary>
      {open && <IdeasToSupport call={call} workshop={workshop} />}
    </details>
  )
}

/** The one act that the room asks of me. */
function Act({
  call,
  view,
  refresh,
  ideas,
  leave,
}: Omit<Props, 'who'> & { readonly ideas: OwnIdeas; readonly leave: () => void }) {
  const { say } = useSession().translator
  const { act, workshop, table } = view
  switch (act.kind) {
    case 'check-in':
      return <CheckInAct call={call} workshop={workshop.id} done={refresh} />
    case 'table':
      return <TableAct table={act.table ?? table} />
    case 'idea':
      return (
        <>
          <IdeaAct ideas={ideas} leave={leave} axis={act.axis} axes={workshop.axes} />
          {view.scene.kind === 'wall' && <Folded call={call} workshop={workshop.id} />}
        </>
      )
    case 'support':
      return <IdeasToSupport call={call} workshop={workshop.id} />
    case 'vote':
      return <VoteAct key={act.ballot} call={call} ballot={act.ballot} done={refresh} />
    case 'feedback':
      return <FeedbackAct call={call} workshop={workshop.id} />
    case 'read':
      return <p>{say('following.read')}</p>
  }
}

/** What the screen shows, in words, and the one act that follows from it. */
export function Following({ call, view, who, refresh }: Props) {
  const { translator, announce } = useSession()
  const { say } = translator
  const screen = useId()
  const act = useId()
  const { timer } = view
  const now = useServerTime(view.at, timer !== undefined && timer.left === undefined)
  const reading = timer && timerReading(timer, now)
  useTimerNews(reading, translator, announce)
  useSceneNews(view)
  const ideas = useOwnIdeas({ call, workshop: view.workshop.id, who })
  const heading = useRef<HTMLHeadingElement>(null)
  const leave = () => heading.current?.focus()
  const quiet = view.act.kind !== 'table' && view.table !== undefined
  return (
    <>
      <section className="card panel room-screen" aria-labelledby={screen}>
        <p id={screen} className="quiet">
          {say('following.screen')}
        </p>
        <SceneWords scene={view.scene} heading="h2" />
        {reading && <TimerLine reading={reading} />}
      </section>
      <section className="card panel" aria-labelledby={act}>
        <h2 id={act} ref={heading} tabIndex={-1}>
          {say(ACT_NAMES[view.act.kind])}
        </h2>
        <Act call={call} view={view} refresh={refresh} ideas={ideas} leave={leave} />
        {view.act.kind !== 'idea' && <WaitingIdeas ideas={ideas} leave={leave} />}
      </section>
      {quiet && <p className="quiet">{say('visit.table', { table: view.table ?? 0 })}</p>}
    </>
  )
}
