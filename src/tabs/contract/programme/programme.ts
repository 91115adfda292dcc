import type { Months } from '../../../kernel/personal-data/data-part.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'

/** Gives the hatch; other programmes reuse the same five. */
type AxisSlot = 1 | 2 | 3 | 4 | 5
type AxisColours = { readonly ink: string; readonly tint: string }
export type AxisView = {
  readonly id: string
  readonly title: string
  readonly promise: string
  readonly icon: string
  readonly slot: AxisSlot
  /** `#RRGGBB`: `ink` is read on the page, on a card and on `tint`. High contrast uses neither. */
  readonly colours: { readonly light: AxisColours; readonly dark: AxisColours }
}
export type PhaseView = {
  readonly id: string
  readonly title: string
  readonly icon: string
  readonly state: 'done' | 'current' | 'coming'
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string
}
export type DirectionView = { readonly id: string; readonly name: string }

/** GET /programme */
export type ProgrammeView = {
  readonly name: string
  readonly organisation: string
  readonly zone: string
  readonly language: WholeLanguage
  /** Today in the programme's zone, `YYYY-MM-DD`. */
  readonly today: string
  readonly axes: readonly AxisView[]
  readonly phases: readonly PhaseView[]
  readonly directions: readonly DirectionView[]
  /** Who answers for people's data, where to write to them, and the full notice, at https. */
  readonly privacy: { readonly controller?: string; readonly contact?: string; readonly url?: string }
  /** How many contacts for distress the method file names. */
  readonly contacts: number
  /** How many months each kind of data is kept for. */
  readonly months: Months
  /** The programme's replacements of page texts, by key, in the person's language. */
  readonly words: Readonly<Record<string, string>>
  /** What a partial language that the person chose says, by key, and by whose rules its plurals are chosen. */
  readonly partial?: { readonly rules: string; readonly texts: Readonly<Record<string, string>> }
  /** Since when it is closed (milliseconds): nothing new comes in. Absent while it is open. */
  readonly closedAt?: number
}
