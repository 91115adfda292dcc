import type { RegisterView } from '../../../contract/ideas/register.ts'
import { dueTexts } from '../../parts/ideas/due-text.ts'
import { IdeaStateBadge } from '../../parts/ideas/idea-text.tsx'
import { axisOf, useSession } from '../../parts/page/context.tsx'
import { Emblem } from '../../parts/panels/axis-emblem.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { shortDate } from '../../parts/words/days.ts'

/** « Camille Martin · 14 soutiens de 3 Directions · attend depuis 12 jours »; `telling` by how many it was reported. */
export function useFacts(idea: RegisterView, reading: boolean, telling: boolean): readonly string[] {
  const { translator, programme } = useSession()
  const { author, supports, directions, waitingDays = 0, state, at, direction, reports } = idea
  const waits = state === 'received' || state === 'studied'
  const named = programme.directions.find(({ id }) => id === direction)?.name
  return [
    ...(reading ? [] : [author || translator.say('direction.unnamed')]),
    ...(named ? [named] : []),
    ...(supports > 0 ? [translator.say('idea.supports', { count: supports, directions })] : []),
    ...dueTexts(idea, programme, translator),
    waits
      ? translator.say('direction.waits', { days: waitingDays })
      : translator.say('queue.received', { date: shortDate(at, translator) }),
    ...(reports === undefined || !telling ? [] : [translator.say('idea.queue.count', { count: reports })]),
  ]
}

type Props = {
  readonly idea: RegisterView
  readonly href: string
  readonly current: boolean
  readonly reading: boolean
  /** Beside an idea that is open: its words, and by when it is answered. */
  readonly beside: boolean
}

/** A row of the list; all of it is a link. */
export function IdeaRow({ idea, href, current, reading, beside }: Props) {
  const { programme, translator } = useSession()
  const axis = axisOf(programme, idea.axis)
  const facts = useFacts(idea, reading, true)
  return (
    <>
      <span className="queue-mark">{axis && <Emblem axis={axis} />}</span>
      <div className="queue-text">
        {axis && <span className="unseen">{axis.title}. </span>}
        <a
          className="row-link words"
          href={href}
          id={`idea-${idea.id}`}
          {...(current ? { 'aria-current': 'true' as const } : {})}
        >
          {idea.text}
        </a>
        <FactLine of={beside ? dueTexts(idea, programme, translator) : facts} />
      </div>
      {idea.state !== 'received' && <IdeaStateBadge state={idea.state} />}
    </>
  )
}
