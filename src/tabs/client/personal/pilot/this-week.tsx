import { Button } from '@fluentui/react-components'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Comment20Regular } from '@fluentui/react-icons/svg/comment'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { WeekView } from '../../../contract/nudges.ts'
import type { StoryActs } from '../../data/actions/stories.ts'
import { isWaiting } from '../../direction/ideas/waiting.ts'
import { WaitingPanel } from '../../direction/waiting/waiting-panel.tsx'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { turnoutSoFar } from '../../parts/words/ballot-texts.ts'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { hoursAndPlace } from '../../parts/workshops/facts.tsx'
import { ANSWERS, useLinkHere } from '../navigation/addresses.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import { postRequest } from './posts.ts'
import { PublishAct } from './publish-act.tsx'
import type { PilotSources } from './sources.ts'
import { hasStories, ToldStories } from './told-stories.tsx'
import { type WeekAct, weekActs } from './week-actions.ts'

const SHOWN = 3
const PARTS = ['unread.waiting', 'unread.workshops', 'unread.choices'] as const
const DAY = 86_400_000

type LineProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly facts: readonly (string | undefined)[]
  readonly children: ReactNode
}

function Line({ icon, title, facts, children }: LineProps) {
  return (
    <div className="week-act">
      <span className="task-icon">{icon}</span>
      <div>
        <p className="title">{title}</p>
        <FactLine of={facts} />
      </div>
      {children}
    </div>
  )
}

/** « encore 4 jours » of a ballot, from the day that the page shows. */
function leftText(closesAt: number, today: string, { say }: Translator): string {
  const days = Math.max(0, Math.floor((closesAt - Date.parse(`${today}T00:00:00Z`)) / DAY))
  return say('cockpit.left', { days })
}

type Props = {
  readonly direction: string
  readonly act: WeekAct
  readonly answering: Answering
  /** Nothing can be posted: nothing offers it. */
  readonly mute: boolean
  readonly published: WeekView['published'] | undefined
}
type Answering = { readonly open: boolean; readonly toggle: () => void }

function Act({ direction, act, answering, mute, published }: Props) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
  if (act.kind === 'ideas') {
    const days = act.ideas[0]?.waitingDays ?? 0
    const count = act.ideas.length
    return (
      <Line
        icon={<Comment20Regular aria-hidden />}
        title={say(act.more ? 'cockpit.ideas.more' : 'cockpit.ideas', { count })}
        facts={[say('cockpit.oldest', { days })]}
      >
        <Button aria-expanded={answering.open} onClick={answering.toggle}>
          {say(answering.open ? 'tab.less' : 'direction.reply')}
        </Button>
      </Line>
    )
  }
  const about = act.kind === 'ballot' ? act.ballot.question : act.workshop.title
  const facts =
    act.kind === 'ballot'
      ? [leftText(act.ballot.closesAt, programme.today, translator), turnoutSoFar(translator, act.ballot)]
      : [
          capitalised(translator.shortDay(act.workshop.startsAt)),
          hoursAndPlace(act.workshop, translator),
          say('workshop.seats', { count: act.workshop.seatsLeft }).replace(' ', '\u00A0'),
        ]
  return (
    <Line
      icon={act.kind === 'ballot' ? <Vote20Regular aria-hidden /> : <CalendarLtr20Regular aria-hidden />}
      title={about}
      facts={facts}
    >
      {!mute && (
        <PublishAct
          request={postRequest(direction, act, translator)}
          about={about}
          published={published}
          word="nudge.post.send"
        />
      )}
    </Line>
  )
}

type WeekProps = {
  readonly direction: string
  readonly values: Partial<PilotSources>
  /** More ideas wait than were read. */
  readonly more: boolean
  readonly stories: StoryActs
}

/** « Cette semaine »: three acts at most, then all of them; the answers are given in place. */
export function ThisWeek({ direction, values, more, stories }: WeekProps) {
  const { translator, values: own } = usePersonalTab()
  // The link of the Monday card leads to the answers.
  const asked = useLinkHere() === ANSWERS
  const [open, setOpen] = useState(asked)
  const answers = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const panel = answers.current
    if (!open || !panel) return
    // On a phone it opens below the visible part.
    panel.scrollIntoView({ block: 'start' })
    const field = panel.querySelector('textarea') ?? panel.querySelector('h2')
    field?.focus()
  }, [open])
  const { waiting, workshops = [], week: { mute, published } = {} } = values
  const ideas = waiting?.mayAnswer ? waiting.ideas.filter(isWaiting) : []
  const known = waiting !== undefined && values.workshops !== undefined && own.ballots !== undefined
  const acts = weekActs({ ideas, more, ballots: own.ballots ?? [], workshops })
  return (
    <div className="side">
      <Panel title={translator.say('cockpit.this-week')}>
        <Unread parts={PARTS} shown={acts.length > 0} />
        <FoldedList
          items={acts}
          limit={SHOWN}
          empty={
            known && !hasStories(values.stories) && <p className="quiet">{translator.say('empty.cockpit')}</p>
          }
          draw={act => (
            <Act
              direction={direction}
              act={act}
              answering={{ open, toggle: () => setOpen(!open) }}
              mute={mute !== undefined}
              published={published}
            />
          )}
        />
        <ToldStories told={values.stories} acts={stories} />
        {mute !== undefined && acts.some(({ kind }) => kind !== 'ideas') && (
          <p className="week-mute quiet">{mute}</p>
        )}
      </Panel>
      {open && (
        <div ref={answers}>
          <WaitingPanel answering />
        </div>
      )}
    </div>
  )
}
