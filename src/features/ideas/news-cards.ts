import type { Key, Words } from '../../i18n/words.ts'
import type { Subject } from '../messages/index.ts'
import type { EventSeen } from '../thread/index.ts'
import type { Axes } from './cards.ts'
import type { IdeaSeen } from './domain.ts'
import { eventText } from './entry-cards.ts'

/** What a message about an idea says of it before all else, what the thread says of it, and what comes next. */
export type News = { readonly told: string; readonly next: string; readonly event?: string }

/** Steps that have words of their own; the others are told in those of the thread. */
const TOLD = ['studied', 'answered', 'retained', 'aside', 'initiative'] as const
type ToldStep = (typeof TOLD)[number]

function isTold(step: string): step is ToldStep {
  return TOLD.some(each => each === step)
}

/** `event`: the step as the thread has it, when the idea's own card does not say by whom it was taken. */
export function newsOf(
  words: Words,
  axes: Axes,
  idea: IdeaSeen,
  subject: Subject,
  event: EventSeen | undefined,
): News {
  const step = String(subject.step ?? 'answered')
  const whose = idea.mine ? 'mine' : 'other'
  const role = subject.as === undefined ? undefined : words.say(`role.${subject.as}` as Key)
  const line = event === undefined ? {} : { event: eventText(words, axes, event, role) }
  // Told to the author alone.
  if (step === 'hidden' || step === 'restored') return { told: words.say(`idea.told.${step}`), next: '' }
  const own = isTold(step) && (idea.mine || idea.supported)
  return {
    told: words.say(own ? `idea.told.${step}.${whose}` : `idea.told.${whose}`),
    next: isTold(step) ? words.say(`idea.next.${step}`) : '',
    ...line,
  }
}

/** What a notification shows. */
export function summaryOf(words: Words, { text: title }: IdeaSeen, { told }: News): string {
  return words.say('idea.told.summary', { told, title })
}
