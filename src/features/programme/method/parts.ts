import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Axis, CalendarRules, Phase, ProgrammeContent } from '../programme/domain.ts'
import type { NudgeRule } from '../programme/nudge-rule.ts'
import type { Threshold } from '../programme/threshold.ts'

/** Parts of the method that can be changed while the server runs; each has versions of its own. */
export const METHOD_PARTS = ['phases', 'axes', 'nudges', 'thresholds', 'closures'] as const
export type MethodPart = (typeof METHOD_PARTS)[number]

export type PartValues = {
  readonly phases: readonly Pick<Phase, 'id' | 'title' | 'from' | 'until'>[]
  readonly axes: readonly Pick<Axis, 'id' | 'title' | 'promise'>[]
  readonly nudges: readonly Omit<NudgeRule, 'kind'>[]
  readonly thresholds: readonly Threshold[]
  readonly closures: CalendarRules['closures']
}

/** Without what is undefined. */
function given<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T
}

/** What a part says: without what only a method file can change. Keys in one order, so that equal parts are equal JSON. */
export function partOf<P extends MethodPart>(content: ProgrammeContent, part: P): PartValues[P]
export function partOf(content: ProgrammeContent, part: MethodPart): PartValues[MethodPart] {
  switch (part) {
    case 'phases':
      return content.phases.map(({ id, title, from, until }) => ({ id, title, from, until }))
    case 'axes':
      return content.axes.map(({ id, title, promise }) => ({ id, title, promise }))
    case 'nudges':
      return content.nudges.map(({ id, at, days, patience, every, off }) =>
        given({ id, at, days, patience, every, ...(off && { off }) }),
      )
    case 'thresholds':
      return content.thresholds.map(({ supports, directions, days, by }) =>
        given({ supports, directions, days, by }),
      )
    default:
      return content.calendar.closures.map(({ from, until }) => ({ from, until }))
  }
}

/** Serialises a part for the database and for comparison. */
export function partText(content: ProgrammeContent, part: MethodPart): string {
  return JSON.stringify(partOf(content, part))
}

type Named = { readonly id: string }

/**
 * Each entry of `list` with the values of its namesake. Measures that it does not give are none.
 * @throws Refusal `method-entries` when one is missing, new, twice or elsewhere: that takes a method file
 */
function merged<T extends Named, V extends Named>(list: readonly T[], values: readonly V[]): (T & V)[] {
  const isSame = list.length === values.length && list.every(({ id }, at) => id === values[at]?.id)
  if (!isSame) throw new Refusal('method-entries')
  return list.map((entry, at) => ({ ...entry, ...(values[at] as V) }))
}

/** `content` with another value of one part; not validated. @throws Refusal `method-entries` */
export function withPart<P extends MethodPart>(
  content: ProgrammeContent,
  part: P,
  value: PartValues[P],
): ProgrammeContent
export function withPart(content: ProgrammeContent, part: MethodPart, value: unknown): ProgrammeContent {
  switch (part) {
    case 'phases':
      return { ...content, phases: merged(content.phases, value as PartValues['phases']) }
    case 'axes':
      return { ...content, axes: merged(content.axes, value as PartValues['axes']) }
    case 'nudges': {
      const rules = content.nudges.map(({ id, kind }) => ({ id, kind }))
      return { ...content, nudges: merged(rules, value as PartValues['nudges']) }
    }
    case 'thresholds':
      return { ...content, thresholds: value as PartValues['thresholds'] }
    default:
      return { ...content, calendar: { ...content.calendar, closures: value as PartValues['closures'] } }
  }
}
