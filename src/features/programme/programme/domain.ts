import { EVERYONE, type Permission } from '../../../kernel/access/permission.ts'
import type { Expiring } from '../../../kernel/personal-data/expiry.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Weekday } from '../../../kernel/time/week.ts'
import type { NudgeRule } from './nudge-rule.ts'

export const PROGRAMME_PERMISSIONS = {
  read: { act: 'programme.read', roles: EVERYONE },
} as const satisfies Record<string, Permission>

type InBoth = Readonly<Record<Language, string>>
/** Hexadecimal colours: `ink` is read on the page, on a card and on `tint`. */
export type Colours = { readonly ink: string; readonly tint: string }

export type Axis = {
  readonly id: string
  readonly title: InBoth
  readonly promise: InBoth
  /** A Fluent icon's name. */
  readonly icon: string
  /** Gives the hatch that tells axes apart without colour. */
  readonly slot: 1 | 2 | 3 | 4 | 5
  readonly colours: { readonly light: Colours; readonly dark: Colours }
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

/** When people work. */
export type CalendarRules = {
  /** IANA name. */
  readonly zone: string
  readonly days: readonly Weekday[]
  /** `HH:MM` in the zone. */
  readonly hours: { readonly from: string; readonly until: string }
  /** Two letters: its public holidays are kept free. */
  readonly country: string
  /** A part of the country that has holidays of its own, as date-holidays names it: `57`, `RE`. */
  readonly region?: string | undefined
  /** First and last day of each, `YYYY-MM-DD`. */
  readonly closures: readonly { readonly from: string; readonly until: string }[]
}

/** How often the bot may write to somebody unasked. */
export type MessageRules = {
  /** Messages to one person in a week, at most. */
  readonly perWeek: number
}

/** How long something is kept, in months but for figures. What is not named here stays until it is deleted by hand. */
type RetentionRules = {
  /** Weeks for which the figures of Directions are kept, the running one included. */
  readonly figureWeeks: number
} & Readonly<Record<Expiring, number>>

/** Who answers for people's data, and where more is said of it; what is absent is said to be missing. */
type PrivacyRules = {
  readonly controller?: string
  /** Of the data protection officer: an address, as people write it. */
  readonly contact?: string
  /** The full notice, at https. */
  readonly url?: string
}

/** Texts said in place of the catalogue's, by its key. */
export type WordRules = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** What a method file says, as it is kept. */
export type ProgrammeContent = {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly organisation: string
  readonly language: Language
  readonly calendar: CalendarRules
  readonly axes: readonly Axis[]
  readonly phases: readonly Phase[]
  readonly directions: readonly Direction[]
  readonly messages: MessageRules
  readonly nudges: readonly NudgeRule[]
  readonly retention: RetentionRules
  readonly privacy: PrivacyRules
  readonly words: WordRules
}

/** The programme as the others use it: read once at start, the same for everybody. */
export type Programme = ProgrammeContent & {
  /** The calendar's: an IANA name. */
  readonly zone: string
  readonly axis: (id: string) => Axis | undefined
  readonly direction: (id: string) => Direction | undefined
  /** Agents of all Directions. */
  readonly headcount: number
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
  }
}

/** Where a phase stands on `today` (`YYYY-MM-DD`). Between two phases neither is current. */
export function phaseState(phase: Phase, today: string): 'done' | 'current' | 'coming' {
  if (today > phase.until) return 'done'
  return today < phase.from ? 'coming' : 'current'
}
