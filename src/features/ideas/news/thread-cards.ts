import { safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { EventSeen } from '../../thread/index.ts'
import { dueDay } from '../card/due-cards.ts'
import { type EntriesCard, type EntriesPage, entriesCard, moreOf } from '../card/entries-cards.ts'
import { axisTitle, type IdeaAxes } from '../card/frame-cards.ts'
import type { Idea } from '../idea/domain.ts'

function detailText(
  words: Words,
  axes: IdeaAxes,
  kind: EventSeen['kind'],
  detail: string,
): string | undefined {
  if (kind === 'due') return dueDay(words, detail)
  if (kind === 'axis') return axisTitle(words, axes, detail)
  if (kind === 'trial-decided') return words.say(`trial.decision.as.${detail}` as Key)
  return kind === 'phase' ? words.say(`initiative.phase.${detail}` as Key) : safe(detail)
}

/** An event in words; its detail is an axis's id, a phase's, what was decided, or typed text. `role`: in which it was done. */
export function eventText(
  words: Words,
  axes: IdeaAxes,
  { kind, by, detail }: EventSeen,
  role?: string,
): string {
  const what = words.say(`thread.${kind}`)
  const who = by === undefined || role === undefined ? by && safe(by) : `${safe(by)}, ${role}`
  const told = who === undefined ? what : words.say('thread.by', { what, by: who })
  if (detail === undefined) return told
  const added = detailText(words, axes, kind, detail)
  return added === undefined ? told : `${told} · ${added}`
}

/** An idea's history, the oldest event first. */
export function threadCard(
  words: Words,
  axes: IdeaAxes,
  idea: Idea,
  { items, next }: EntriesPage<EventSeen>,
): EntriesCard {
  const entries = items.map(event => ({
    text: eventText(words, axes, event),
    detail: `${words.shortDay(event.at)}, ${words.time(event.at)}`,
  }))
  const more = moreOf(words, 'ideas.thread', idea.id, next)
  return entriesCard(words, axes, idea, words.say('thread.open'), entries, more)
}
