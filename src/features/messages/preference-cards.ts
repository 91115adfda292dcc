import type { FooterPart, TitlePart } from '../../cards/parts.ts'
import { plain } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText } from '../../kernel/card.ts'
import { dateIn, momentOf } from '../../kernel/zone.ts'
import { dayAfter } from './calendar.ts'
import { topicText } from './cards.ts'
import type { Preferences } from './domain.ts'

type Choice = { readonly title: PlainText; readonly value: string }

type TopicLine = {
  readonly topic: string
  readonly title: string
  readonly state: string
  /** What its button does: says the state it leads to, never turns the one it finds. */
  readonly verb: 'messages.stop' | 'messages.resume'
  readonly act: string
}

type Data = TitlePart &
  FooterPart & {
    readonly topics: readonly TopicLine[]
    readonly perWeek: string
    readonly caps: readonly Choice[]
    /** The sentence that says until when; '' when there is no pause. */
    readonly paused: string
    readonly pauses: readonly Choice[]
  }

export type PreferencesCard = CardOf<'messages/preferences', Data>

type Hours = { readonly from: string; readonly until: string }

function topicLines(words: Words, { topics }: Preferences): TopicLine[] {
  const { say } = words
  return topics.map(({ topic, on }) => ({
    topic,
    title: topicText(words, topic),
    state: say(on ? 'message.on' : 'message.off'),
    verb: on ? 'messages.stop' : 'messages.resume',
    act: say(on ? 'message.off.act' : 'message.on.act'),
  }))
}

function capChoices({ say }: Words, most: number): Choice[] {
  return Array.from({ length: most }, (_, at) => at + 1).map(count => ({
    title: plain(say('message.cap.choice', { count })),
    value: String(count),
  }))
}

/** A week, two, a month: each with its last day. */
function pauseChoices(words: Words, today: string): Choice[] {
  return [7, 14, 30].map(days => {
    const value = dayAfter(today, days)
    return { title: plain(words.say('message.pause.choice', { date: dayText(words, value) })), value }
  })
}

function dayText(words: Words, day: string): string {
  return words.shortDay(momentOf(day, '12:00', words.zone) ?? 0)
}

function timeText(words: Words, time: string, today: string): string {
  return words.time(momentOf(today, time, words.zone) ?? 0)
}

/** What I get, how often, until when not. */
export function preferencesCard(
  words: Words,
  preferences: Preferences,
  hours: Hours,
  now: number,
): PreferencesCard {
  const { say } = words
  const today = dateIn(now, words.zone)
  const { perWeek, most, pausedUntil, topics } = preferences
  const times = { from: timeText(words, hours.from, today), until: timeText(words, hours.until, today) }
  return {
    template: 'messages/preferences',
    data: {
      title: say('message.choices'),
      topics: topicLines(words, preferences),
      perWeek: String(perWeek),
      caps: topics.length > 0 ? capChoices(words, most) : [],
      paused: pausedUntil === undefined ? '' : say('message.paused', { date: dayText(words, pausedUntil) }),
      pauses: pausedUntil === undefined && topics.length > 0 ? pauseChoices(words, today) : [],
      footer: say('message.rules', times),
    },
  }
}
