import assert from 'node:assert/strict'
import type { Topic } from '../../../src/features/messages/index.ts'
import type { Key } from '../../../src/i18n/words.ts'
import { momentOf } from '../../../src/kernel/time/time-zone.ts'
import { type Card, even } from './chat.ts'
import { DIRECTION, type Stage } from './stage.ts'

type Told = {
  readonly topic: Topic
  /** What stands on the card before and after. */
  readonly title: string
  /** The day in the reason, if it names one. */
  readonly date?: string
  /** Whether it takes a place of the week. */
  readonly counts?: boolean
}

export function dayIn({ words }: Stage, date: string): string {
  return words.shortDay(momentOf(date, '12:00', words.zone) ?? 0)
}

async function lower(stage: Stage, card: Card): Promise<void> {
  const { say, app } = stage
  const { perWeek } = app.programme.messages
  const capped = (count: number) => say('message.capped', { count })
  await card.press(say('message.less'))
  await card.shows(capped(perWeek - 1))
  assert.equal(await stage.cap(), perWeek - 1)
  await card.press(say('undo'))
  await card.shows(capped(perWeek))
  assert.equal(await stage.cap(), perWeek)
}

async function stopAndResume(stage: Stage, card: Card, topic: Topic): Promise<void> {
  const { say, pilot } = stage
  const named = { topic: say(`message.topic.${topic}` as Key) }
  const stops = () => stage.count('message_stop', { person_id: pilot.id, topic })
  await card.press(say('message.stop'))
  await card.shows(say('message.done'), say('message.stopped', named))
  assert.equal(await stops(), 1)
  await card.press(say('message.resume'))
  await card.shows(say('message.resumed', named))
  assert.equal(await stops(), 0)
}

/** « Pourquoi ce message ? », with all that it offers, and back. */
export async function why(stage: Stage, card: Card, { topic, title, date = '', counts = true }: Told) {
  const { say, app } = stage
  const direction = app.programme.direction(DIRECTION)?.name ?? ''
  await card.press(say('message.why'))
  await card.shows(say(`message.why.${topic}` as 'message.why.ballot-closing', { direction, date }))
  await card.shoot(`${topic}-why`)
  if (counts) await lower(stage, card)
  else await card.shows(say('message.uncounted'))
  await stopAndResume(stage, card, topic)
  await card.press(say('message.back'))
  await card.shows(title)
}

type Choices = { readonly tomorrow?: string; readonly nextWeek?: string }

/** « Pourquoi ce message ? » offers these days and no others; `choose` is taken, and the message is there again all the same. */
export async function later(
  stage: Stage,
  card: Card,
  title: string,
  { tomorrow, nextWeek }: Choices,
  choose?: string,
): Promise<void> {
  const { say, words } = stage
  const again = (key: 'message.tomorrow' | 'message.next-week') =>
    say('message.again', { when: say(key).toLowerCase() })
  const choices = new Map([
    [tomorrow, again('message.tomorrow')],
    [nextWeek, again('message.next-week')],
  ])
  choices.delete(undefined)
  await card.press(say('message.why'))
  await card.shows(say('message.why'))
  await card.shoot('later')
  const days = [again('message.tomorrow'), again('message.next-week')].map(even)
  const offered = (await card.buttons()).filter(title => days.includes(title))
  assert.deepEqual(offered, [...choices.values()].map(even))
  const chosen = choices.get(choose)
  if (choose !== undefined && chosen !== undefined) {
    await card.press(chosen)
    const time = words.time(momentOf(choose, '09:00', words.zone) ?? 0)
    await card.shows(say('message.done'), say('message.put-off', { date: dayIn(stage, choose), time }))
  }
  await card.press(say('message.back'))
  await card.shows(title)
}
