import { EVERYONE, type Permission } from '../../../kernel/access/permission.ts'
import type { Expiring } from '../../../kernel/personal-data/expiry.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import type { Contact } from './contact.ts'
import type { Lesson } from './lesson.ts'
import type { NudgeRule } from './nudge-rule.ts'
import type { DeclaredTheme } from './theme.ts'
import type { Threshold } from './threshold.ts'

export const PROGRAMME_PERMISSIONS = {
  read: { act: 'programme.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

type InBoth = Readonly<Record<WholeLanguage, string>>
/** Hexadecimal colours: `ink` is text on the page, on a card and on `tint`. */
export type Colours = { readonly ink: string; readonly tint: string }

export type Axis = {
  readonly id: string
  readonly title: InBoth
  readonly promise: InBoth
  /** A Fluent icon's name. */
  readonly icon: string
  /** Index of the pattern that distinguishes axes without colour. */
  readonly slot: 1 | 2 | 3 | 4 | 5
  readonly colours: { readonly light: Colours; readonly dark: Colours }
  /** Words by which it is guessed from a sentence. */
  readonly words?: Readonly<Record<WholeLanguage, readonly string[]>> | undefined
}

export type Phase = {
  readonly id: string
  readonly title: InBoth
  readonly icon: string
  /** First and last day, `YYYY-MM-DD` in the programme's zone. */
  readonly from: string
  readonly until: string
}

export type Direction = { readonly id: string; readonly name: string; readonly headcount: number }

/** Working hours, holidays and closures. */
export type CalendarRules = {
  /** IANA name. */
  readonly zone: string
  readonly days: readonly Weekday[]
  /** `HH:MM` in the zone. */
  readonly hours: { readonly from: string; readonly until: string }
  /** ISO country code, for public holidays. */
  readonly country: string
  /** Region with holidays of its own, as date-holidays names it: `57`, `RE`. */
  readonly region?: string | undefined
  /** First and last day of each, `YYYY-MM-DD`. */
  readonly closures: readonly { readonly from: string; readonly until: string }[]
}

/** Limits of messages to a person. */
export type MessageRules = {
  /** Weekly budget of messages to one person. */
  readonly perWeek: number
}

/** Retention in months, except figures. Kinds that are absent are kept until deleted by hand. */
type RetentionRules = {
  /** Retention of Directions' figures in weeks, with the current one. */
  readonly figureWeeks: number
} & Readonly<Record<Expiring, number>>

/** Data controller and notice; absent fields are reported as missing. */
type PrivacyRules = {
  readonly controller?: string
  /** Address of the data protection officer, as text. */
  readonly contact?: string
  /** Link to the full notice, https. */
  readonly url?: string
}

/** Replacements of catalogue texts, by key. */
export type WordRules = Readonly<Record<WholeLanguage, Readonly<Record<string, string>>>>

/** Content of a method file, as stored. */
export type ProgrammeContent = {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly organisation: string
  readonly language: WholeLanguage
  readonly calendar: CalendarRules
  readonly axes: readonly Axis[]
  readonly phases: readonly Phase[]
  readonly directions: readonly Direction[]
  readonly messages: MessageRules
  readonly nudges: readonly NudgeRule[]
  /** Numbers of supports that oblige to answer an idea. */
  readonly thresholds: readonly Threshold[]
  readonly retention: RetentionRules
  readonly privacy: PrivacyRules
  /** Who helps in distress; none: not said yet. */
  readonly contacts: readonly Contact[]
  readonly words: WordRules
  /** What was learnt, for whoever takes the method. */
  readonly lessons: readonly Lesson[]
  /** By which ideas are put together on the board; in the order of the file. */
  readonly themes: readonly DeclaredTheme[]
}

/**
 * The programme as other features use it: one object, whose axes, phases, nudge rules, thresholds, calendar, lessons and themes
 * change while the server runs (`live.ts`). They are read where they are used, never kept.
 */
export type Programme = ProgrammeContent & {
  /** IANA time zone of the calendar. */
  readonly zone: string
  readonly axis: (id: string) => Axis | undefined
  readonly direction: (id: string) => Direction | undefined
  /** Sum of all Directions' headcounts. */
  readonly headcount: number
  /** Ids of the nudge rules that this process can run: those it started with. */
  readonly ruleIds: readonly string[]
}

export function programmeOf(content: ProgrammeContent): Programme {
  const axes = new Map(content.axes.map(axis => [axis.id, axis]))
  const directions = new Map(content.directions.map(direction => [direction.id, direction]))
  return {
    ...content,
    zone: content.calendar.zone,
    axis: id => axes.get(id),
    direction: id => directions.get(id),
    headcount: content.directions.reduce((sum, direction) => sum + direction.headcount, 0),
    ruleIds: content.nudges.map(({ id }) => id),
  }
}

/** State of a phase on `today` (`YYYY-MM-DD`). Between two phases neither is current. */
export function phaseState(phase: Phase, today: string): 'done' | 'current' | 'coming' {
  if (today > phase.until) return 'done'
  return today < phase.from ? 'coming' : 'current'
}
