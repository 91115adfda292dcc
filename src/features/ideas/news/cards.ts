import { safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Subject } from '../../messages/index.ts'
import type { EventSeen } from '../../thread/index.ts'
import { button, commitTo } from '../card/button-cards.ts'
import type { News } from '../card/cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaSeen } from '../idea/domain.ts'
import { eventText } from './thread-cards.ts'

/** Steps with words of their own; all others use the thread's. */
const TOLD = [
  'studied',
  'answered',
  'retained',
  'aside',
  'initiative',
  'balloted',
  'result',
  'kept',
  'next-kept',
  'next-promised',
] as const
type ToldStep = (typeof TOLD)[number]

/** Steps whose message is complete: no hint of what comes next. */
const LAST = ['balloted', 'result', 'kept', 'next-kept', 'next-promised'] as const
function hasNext(step: ToldStep): step is Exclude<ToldStep, (typeof LAST)[number]> {
  return !LAST.some(each => each === step)
}

function isTold(step: string): step is ToldStep {
  return TOLD.some(each => each === step)
}

/** Vote, see the result or take a commitment, from the message itself. */
function actOf(words: Words, idea: string, { step, ballot }: Subject): Pick<News, 'act'> {
  if (step === 'kept') return { act: commitTo(words, idea) }
  if (ballot === undefined) return {}
  const act =
    step === 'result'
      ? button(words.say('ballot.results'), 'ballots.totals', { ballot })
      : button(words.say('ballot.vote'), 'ballots.choose', { ballot })
  return { act }
}

/** `event`: the step in the thread, unless the idea's own card says who took it. */
export function newsOf(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaSeen,
  subject: Subject,
  event: EventSeen | undefined,
): News {
  const step = String(subject.step ?? 'answered')
  const whose = idea.mine ? 'mine' : 'other'
  // Who commented it, or takes part in what became of it.
  const tie = idea.mine || idea.supported ? whose : 'followed'
  const role = subject.as === undefined ? undefined : words.say(`role.${subject.as}` as Key)
  const line = event === undefined ? {} : { event: eventText(words, axes, event, role) }
  // Sent to the author alone.
  if (step === 'hidden' || step === 'restored') return { told: words.say(`idea.told.${step}`), next: '' }
  return {
    told: words.say(isTold(step) ? `idea.told.${step}.${tie}` : `idea.told.${whose}`),
    next: isTold(step) && hasNext(step) ? words.say(`idea.next.${step}`) : '',
    ...line,
    ...actOf(words, idea.id, subject),
  }
}

/** What became of it in a line: a step without words of its own is told by the thread's. */
export function moveText(
  words: Words,
  axes: IdeaAxes,
  {
    told,
    subject,
    next,
  }: Pick<News, 'told'> & { readonly subject: Subject; readonly next: string | undefined },
  event: EventSeen | undefined,
): string {
  if (next !== undefined) return words.say('idea.told.summary', { told, title: safe(next) })
  const isKnown = isTold(String(subject.step ?? 'answered'))
  if (isKnown || event === undefined) return told
  return words.say('idea.told.event', { told, event: eventText(words, axes, event) })
}

/** What a notification shows. */
export function summaryOf(words: Words, { text: title }: IdeaSeen, { told }: News): string {
  return words.say('idea.told.summary', { told, title })
}
