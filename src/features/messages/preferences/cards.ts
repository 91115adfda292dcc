import type { ButtonsPart, FooterPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { plain } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import { topicText } from '../message/cards.ts'
import type { Preferences } from './domain.ts'

type Choice = { readonly title: PlainText; readonly value: string }

/** Values of a multiple choice, as the input holds them: `wednesday,friday`. */
type Several = string

type Data = TitlePart &
  FooterPart &
  TabPart &
  ButtonsPart & {
    /** Silenced topics, each with a button. */
    readonly silent: readonly { readonly topic: string; readonly title: string }[]
    /** The other topics; those switched on; and all values of the choice. */
    readonly topics: readonly Choice[]
    readonly on: Several
    readonly offered: Several
    readonly perWeek: string
    readonly caps: readonly Choice[]
    readonly daysOff: Several
    readonly days: readonly Choice[]
    /** Sentence with the end of the pause; '' without one. */
    readonly paused: string
    readonly pauses: readonly Choice[]
  }

export type PreferencesCard = CardOf<'messages/preferences/sheet', Data>

type Hours = { readonly from: string; readonly until: string }

/** Limit of silenced topics shown: with the form's own buttons, as many as a card may have. */
const SILENT_SHOWN = 3

function topicParts(words: Words, { topics }: Preferences) {
  const silent = topics.filter(({ quiet }) => quiet).slice(0, SILENT_SHOWN)
  const others = topics.filter(one => !silent.includes(one))
  return {
    silent: silent.map(({ topic }) => ({ topic, title: topicText(words, topic) })),
    topics: others.map(({ topic }) => ({ title: plain(topicText(words, topic)), value: topic })),
    on: others.flatMap(({ topic, on }) => (on ? [topic] : [])).join(','),
    offered: others.map(({ topic }) => topic).join(','),
  }
}

function capChoices({ say }: Words, most: number): Choice[] {
  return Array.from({ length: most }, (_, at) => at + 1).map(count => ({
    title: plain(say('message.cap.choice', { count })),
    value: String(count),
  }))
}

function dayParts({ say }: Words, { daysOff, workdays }: Preferences) {
  const days = workdays.map(day => ({ title: plain(say(`weekday.${day}`)), value: day }))
  return { days, daysOff: daysOff.join(',') }
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

/** Settings: topics, weekly budget, days off, pause. */
export function preferencesCard(
  words: Words,
  preferences: Preferences,
  hours: Hours,
  now: number,
  buttons: ButtonsPart['buttons'] = [],
): PreferencesCard {
  const { say } = words
  const today = dateIn(now, words.zone)
  const { perWeek, most, pausedUntil, topics } = preferences
  const times = { from: timeText(words, hours.from, today), until: timeText(words, hours.until, today) }
  return {
    template: 'messages/preferences/sheet',
    data: {
      title: say('message.choices'),
      ...topicParts(words, preferences),
      perWeek: String(perWeek),
      caps: capChoices(words, most),
      ...dayParts(words, preferences),
      paused: pausedUntil === undefined ? '' : say('message.paused', { date: dayText(words, pausedUntil) }),
      pauses: pausedUntil === undefined && topics.length > 0 ? pauseChoices(words, today) : [],
      footer: say('message.rules', times),
      inTab: { tab: 'personal', wanted: 'preferences' },
      buttons,
    },
  }
}
