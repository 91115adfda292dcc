import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { StoryQueue } from '../../commitments/index.ts'
import type { IdeaSeen } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { RecordUsecases, TrialWaitingUsecases } from '../../trials/index.ts'
import {
  type DrawnNudge,
  drawnOrGone,
  isStillFor,
  type NudgeDrawers,
  type NudgeMessage,
  shownOf,
} from '../nudge/render-handlers.ts'
import { asksOfIdeas, thingsIn } from '../rules/digest.ts'
import { lookedAfter } from '../rules/domain.ts'
import { trialsText, weekCard } from './cards.ts'
import type { Queue, QueuePlace, WeekThing } from './domain.ts'
import type { QueueUsecases } from './queue-usecases.ts'
import type { DigestUsecases } from './usecases.ts'

type Parts = {
  readonly digest: DigestUsecases
  readonly queue: QueueUsecases
  readonly drawn: NudgeDrawers
  readonly storiesWait: StoryQueue['storiesWait']
  readonly trials: Pick<RecordUsecases, 'thisWeek'> & Pick<TrialWaitingUsecases, 'numbersDue'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

/** Where the pilot is on the message. `idea`: the one to be shown, '' for the next; `typed`: what stands in its field. */
export type WeekState = QueuePlace & {
  readonly idea: string
  readonly typed: string
  readonly answered?: IdeaSeen
}

export const AT_START: WeekState = { direction: '', after: '', idea: '', typed: '' }

export type DrawWeek = (actor: Actor, message: NudgeMessage, state?: WeekState) => Promise<DrawnNudge>

/** Something that still matters, worded as its own message. */
type Line = WeekThing & { readonly text: string }

export function weekDrawing(parts: Parts): DrawWeek {
  const { digest, queue: ideaQueue, drawn, storiesWait, trials, programme, words, clock } = parts

  async function linesOf(actor: Actor, message: NudgeMessage): Promise<readonly Line[]> {
    const lines: Line[] = []
    for (const [at, thing] of thingsIn(message.subject).entries()) {
      const one = { ...message, ...thing, item: String(at) }
      const mine = isStillFor(actor, one, programme)
      const found = mine ? await drawnOrGone(drawn[thing.topic](actor, one)) : undefined
      if (found?.due) lines.push({ ...thing, item: one.item, text: found.summary })
    }
    return lines
  }

  /** They add to a digest, and are no reason for one. */
  async function trialLines(actor: Actor): Promise<readonly string[]> {
    const directions = lookedAfter(actor)
    const { begin, end } = await trials.thisWeek(directions)
    const numbers = await trials.numbersDue(directions)
    return trialsText(words(actor.language), { begin, end, numbers })
  }

  async function queueOf(actor: Actor, message: NudgeMessage, state: WeekState): Promise<Queue | undefined> {
    if (lookedAfter(actor).length === 0 || !asksOfIdeas(message.subject)) return undefined
    return ideaQueue.asked(actor, state, state.idea)
  }

  return async (actor, message, state = AT_START) => {
    const w = words(actor.language)
    const shown = shownOf(message)
    const lines = await linesOf(actor, message)
    const queue = await queueOf(actor, message, state)
    const same = queue?.asked?.idea.id === state.idea
    const ready = await digest.ready(actor, lines, message.sentAt ?? Number.MAX_SAFE_INTEGER)
    const others = lines.filter(
      ({ topic, item }) => !(queue && topic === 'ideas-waiting') && item !== ready?.item,
    )
    const card = weekCard({ words: w, programme }, shown, {
      place: { direction: state.direction, after: state.after },
      typed: same ? state.typed : '',
      unsent: same ? '' : state.typed,
      others: [...others.map(({ text }) => text), ...(await trialLines(actor))],
      now: clock.now(),
      many: lookedAfter(actor).length > 1,
      answered: state.answered,
      ready,
      pace: await digest.pace(shown.direction),
      story: await storiesWait(lookedAfter(actor)),
      ...(queue && { queue }),
    })
    const told = thingsIn(message.subject).some(({ topic }) => topic === 'ideas-waiting')
    return {
      card,
      summary: w.say('nudge.digest'),
      due: lines.length > 0 || (told && queue?.asked !== undefined),
    }
  }
}
