import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle16Regular } from '@fluentui/react-icons/svg/circle'
import { Comment16Regular } from '@fluentui/react-icons/svg/comment'
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle'
import { HourglassHalf16Regular } from '@fluentui/react-icons/svg/hourglass-half'
import { Merge16Regular } from '@fluentui/react-icons/svg/merge'
import { Rocket16Regular } from '@fluentui/react-icons/svg/rocket'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { axisOf, useSession } from '../page/context.tsx'
import { AxisMark } from '../panels/axis-emblem.tsx'
import { NamedIcon } from '../panels/axis-icons.tsx'
import { StateBadge } from '../panels/badge.tsx'
import { FactLine } from '../panels/fact-line.tsx'
import { dueTexts } from './due-text.ts'

const STATES = {
  received: { tone: 'neutral', word: 'idea.state.received', Icon: Circle16Regular },
  studied: { tone: 'brand', word: 'idea.state.studied', Icon: HourglassHalf16Regular },
  answered: { tone: 'brand', word: 'idea.state.answered', Icon: Comment16Regular },
  retained: { tone: 'good', word: 'idea.state.retained', Icon: CheckmarkCircle16Regular },
  initiative: { tone: 'good', word: 'idea.state.initiative', Icon: Rocket16Regular },
  merged: { tone: 'neutral', word: 'idea.state.merged', Icon: Merge16Regular },
  aside: { tone: 'neutral', word: 'idea.state.aside', Icon: DismissCircle16Regular },
} as const

export function IdeaStateBadge({ state }: Pick<IdeaView, 'state'>) {
  const { translator } = useSession()
  const { tone, word, Icon } = STATES[state]
  return (
    <StateBadge tone={tone}>
      <Icon aria-hidden />
      {translator.say(word)}
    </StateBadge>
  )
}

/** Its axis, or that it is an idea while it has none, then the author's own words. */
export function IdeaText({ idea }: { idea: IdeaView }) {
  const { programme } = useSession()
  const axis = axisOf(programme, idea.axis)
  return (
    <>
      {axis ? <AxisMark axis={axis} /> : <NamedIcon name="Lightbulb" className="mark" />}
      {axis && <span className="unseen">{axis.title}. </span>}
      <p className="words">{idea.text}</p>
    </>
  )
}

/** « Karim Benali · 2 soutiens de 2 Directions » */
export function IdeaFacts({ idea }: { idea: IdeaView }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { mine, unnamed, author, supports, directions, inspiredBy } = idea
  const hidden = mine ? 'idea.author.mine.unnamed' : 'idea.author.unnamed'
  const facts = [
    ...(unnamed ? [say(hidden)] : []),
    ...(author && !mine ? [author] : []),
    say('idea.supports', { count: supports, directions }),
    ...dueTexts(idea, programme, translator),
    ...(inspiredBy ? [say('idea.inspired-by', { text: inspiredBy.text })] : []),
  ]
  return <FactLine of={facts} />
}
