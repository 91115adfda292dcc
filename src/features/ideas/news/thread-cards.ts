import { overflowed } from '../../../cards/overflow.ts'
import type { ActsPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { EventSeen } from '../../thread/index.ts'
import { isReportable, withdrawOn } from '../comments/cards.ts'
import { type Button, button, seeThread } from '../idea/button-cards.ts'
import { type Axes, axisTitle, headerOf, ideaInTab } from '../idea/cards.ts'
import type { CommentSeen, Idea } from '../idea/domain.ts'

type Entry = { readonly text: string; readonly detail: string }
export type EntriesCard = CardOf<
  'ideas/entries',
  HeaderPart &
    TitlePart &
    ActsPart &
    TabPart & { readonly heading: string; readonly entries: readonly Entry[] }
>

/** One page of what hangs on an idea. */
type Page<T> = { readonly items: readonly T[]; readonly next?: string }

function entriesCard(
  words: Words,
  axes: Axes,
  idea: Idea,
  heading: string,
  entries: readonly Entry[],
  buttons: readonly Button[],
): EntriesCard {
  const back = button(words.say('idea.see'), 'ideas.show', { idea: idea.id })
  return {
    template: 'ideas/entries',
    data: {
      ...headerOf(words, axes, idea),
      ...ideaInTab(idea),
      title: safe(idea.text),
      heading,
      entries,
      buttons: overflowed([...buttons, back]),
    },
  }
}

function moreOf(words: Words, verb: string, idea: string, next: string | undefined): Button[] {
  return next === undefined ? [] : [button(words.say('idea.list.more'), verb, { idea, after: next })]
}

type Reading = {
  readonly may: boolean
  /** Where the page begins. */
  readonly after: string
  /** Id of the comment that the person just took back. */
  readonly withdrawn?: string
}

/** What is said under an idea, the oldest first. With a way back it leaves out the history, a step behind the idea: six is the limit. */
export function commentsCard(
  words: Words,
  axes: Axes,
  idea: Idea,
  { items, next }: Page<CommentSeen>,
  { may, after, withdrawn }: Reading,
): EntriesCard {
  const entries = items.map(({ text, authorName, ofAuthor, at, hidden }) => ({
    text: safe(text),
    detail: [
      ofAuthor ? words.say('comment.of-author') : safe(authorName),
      words.shortDay(at),
      hidden ? words.say('comment.hidden.because', { reason: safe(hidden.reason) }) : '',
    ]
      .filter(part => part !== '')
      .join(' · '),
  }))
  const heading = words.say(entries.length === 0 ? 'comment.none' : 'comment.list')
  const comment = button(words.say('comment.send'), 'ideas.comment-form', { idea: idea.id })
  const more = moreOf(words, 'ideas.comments', idea.id, next)
  const report = button(words.say('comment.report'), 'ideas.report-comment-form', { idea: idea.id, after })
  const reports = may && items.some(isReportable) ? [report] : []
  const back =
    withdrawn === undefined
      ? []
      : [
          button(words.say('undo'), 'ideas.undo-withdraw-comment', {
            idea: idea.id,
            after,
            comment: withdrawn,
          }),
        ]
  const buttons = [
    ...back,
    ...(may ? [comment] : []),
    ...more,
    ...(withdrawn === undefined ? [seeThread(words, idea.id)] : []),
    ...(may ? withdrawOn(words, idea.id, items, after) : []),
    ...reports,
  ]
  return entriesCard(words, axes, idea, heading, entries, buttons)
}

function detailText(words: Words, axes: Axes, kind: EventSeen['kind'], detail: string): string | undefined {
  if (kind === 'axis') return axisTitle(words, axes, detail)
  return kind === 'phase' ? words.say(`initiative.phase.${detail}` as Key) : safe(detail)
}

/** What happened, as one says it; a detail is an axis's id, a phase's, or what somebody wrote. `role`: in which it was done. */
export function eventText(words: Words, axes: Axes, { kind, by, detail }: EventSeen, role?: string): string {
  const what = words.say(`thread.${kind}`)
  const who = by === undefined || role === undefined ? by && safe(by) : `${safe(by)}, ${role}`
  const told = who === undefined ? what : words.say('thread.by', { what, by: who })
  if (detail === undefined) return told
  const added = detailText(words, axes, kind, detail)
  return added === undefined ? told : `${told} · ${added}`
}

/** What became of an idea, first things first. */
export function threadCard(
  words: Words,
  axes: Axes,
  idea: Idea,
  { items, next }: Page<EventSeen>,
): EntriesCard {
  const entries = items.map(event => ({
    text: eventText(words, axes, event),
    detail: `${words.shortDay(event.at)}, ${words.time(event.at)}`,
  }))
  const more = moreOf(words, 'ideas.thread', idea.id, next)
  return entriesCard(words, axes, idea, words.say('thread.open'), entries, more)
}
