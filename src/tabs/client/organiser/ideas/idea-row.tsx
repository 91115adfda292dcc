import type { RegisterView } from '../../../contract/ideas/register.ts'
import { IdeaState } from '../../parts/ideas/idea-text.tsx'
import { axisOf, useGround } from '../../parts/page/context.tsx'
import { Emblem } from '../../parts/panels/axis-emblem.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { shortDate } from '../../parts/words/days.ts'

/** « Camille Martin · 14 soutiens de 3 Directions · attend depuis 12 jours »; `telling` by how many it was reported. */
export function useFacts(idea: RegisterView, reading: boolean, telling: boolean): readonly string[] {
  const { speech, programme } = useGround()
  const { author, supports, directions, waitingDays = 0, state, at, direction, reports } = idea
  const waits = state === 'received' || state === 'studied'
  const named = programme.directions.find(({ id }) => id === direction)?.name
  return [
    ...(reading ? [] : [author || speech.say('direction.unnamed')]),
    ...(named ? [named] : []),
    speech.say('idea.supports', { count: supports, directions }),
    waits
      ? speech.say('direction.waits', { days: waitingDays })
      : speech.say('queue.received', { date: shortDate(at, speech) }),
    ...(reports === undefined || !telling ? [] : [speech.say('idea.queue.count', { count: reports })]),
  ]
}

type Props = {
  readonly idea: RegisterView
  readonly href: string
  readonly current: boolean
  readonly reading: boolean
}

/** An idea of the list: the whole row leads to it. */
export function IdeaRow({ idea, href, current, reading }: Props) {
  const { programme } = useGround()
  const axis = axisOf(programme, idea.axis)
  // Beside the list, its own page says it.
  const facts = useFacts(idea, reading, reading || !current)
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
        <FactLine of={facts} />
      </div>
      <IdeaState state={idea.state} />
    </>
  )
}
