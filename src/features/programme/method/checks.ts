import { type WrongSaid, wrong } from '../../../kernel/errors/method-faults.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import type { CalendarRules, WordRules } from '../programme/domain.ts'
import type { Lesson } from '../programme/lesson.ts'
import type { DeclaredTheme } from '../programme/theme.ts'
import type { Threshold } from '../programme/threshold.ts'
import { contentSchema } from '../schema/content.ts'
import { exampleAt, yamlLine } from '../schema/examples.ts'
import { nudgeWrongs } from './nudge-checks.ts'
import type { Misplaced } from './schema-faults.ts'

/** Checks replacements of catalogue texts, which only i18n can. */
export type WordsCheck = (words: WordRules) => readonly {
  readonly language: WholeLanguage
  readonly key: string
  readonly said: WrongSaid
  readonly right: readonly [key: string, text: string]
}[]

/** Checks whether the public holidays of the place are known. */
export type PlaceCheck = (calendar: CalendarRules) =>
  | {
      readonly of: 'country' | 'region'
      readonly said: WrongSaid
      readonly instead: string | undefined
    }
  | undefined

export type Checks = { readonly words?: WordsCheck; readonly place?: PlaceCheck }

function placeWrong(calendar: CalendarRules, check: PlaceCheck): Misplaced[] {
  const fault = check(calendar)
  if (!fault) return []
  const { of, said, instead } = fault
  const path = ['calendar', of]
  return [{ path, ...said, example: instead === undefined ? exampleAt(path) : yamlLine(of, instead) }]
}

function wordsWrong(words: WordRules, check: WordsCheck): Misplaced[] {
  return check(words).map(({ language, key, said, right }) => ({
    path: ['words', language, key],
    ...said,
    example: yamlLine(...right),
  }))
}

/** A threshold of more Directions than the file has would never be reached. */
function thresholdsWrong(thresholds: readonly Threshold[], count: number): Misplaced[] {
  return thresholds.flatMap(({ directions = 0 }, at) =>
    directions <= count
      ? []
      : [
          {
            path: ['thresholds', at, 'directions'],
            ...wrong('threshold-directions', { count: String(count) }),
            example: yamlLine('directions', count),
          },
        ],
  )
}

type Named = readonly { readonly id: string }[]

/** A lesson about an axis or a phase that the file does not have would be nobody's. */
function lessonsWrong(lessons: readonly Lesson[], about: 'axis' | 'phase', named: Named): Misplaced[] {
  return lessons.flatMap((lesson, at) => {
    const id = lesson[about]
    if (id === undefined || named.some(each => each.id === id)) return []
    const instead = yamlLine(about, named[0]?.id ?? '')
    return [{ path: ['lessons', at, about], ...wrong('lesson-about', { id }), example: instead }]
  })
}

/** A theme of an axis that the file does not have would get no idea. */
function themesWrong(themes: readonly DeclaredTheme[], axes: Named): Misplaced[] {
  return themes.flatMap(({ axis }, at) =>
    axes.some(({ id }) => id === axis)
      ? []
      : [
          {
            path: ['themes', at, 'axis'],
            ...wrong('theme-axis', { id: axis }),
            example: yamlLine('axis', axes[0]?.id ?? ''),
          },
        ],
  )
}

/** Faults of the valid parts beyond the schema, whether or not the rest is valid. */
export function beyondSchema(raw: Readonly<Record<string, unknown>>, checks: Checks): Misplaced[] {
  const { words: wordsCheck = () => [], place = () => undefined } = checks
  const { shape } = contentSchema
  const [calendar, words] = [shape.calendar.safeParse(raw.calendar), shape.words.safeParse(raw.words)]
  const nudges = shape.nudges.safeParse(raw.nudges)
  const thresholds = shape.thresholds.safeParse(raw.thresholds)
  const directions = shape.directions.safeParse(raw.directions)
  const [axes, phases] = [shape.axes.safeParse(raw.axes), shape.phases.safeParse(raw.phases)]
  const lessons = shape.lessons.safeParse(raw.lessons)
  const themes = shape.themes.safeParse(raw.themes)
  return [
    ...(calendar.success && nudges.success ? nudgeWrongs(nudges.data, calendar.data) : []),
    ...(calendar.success ? placeWrong(calendar.data, place) : []),
    ...(thresholds.success && directions.success
      ? thresholdsWrong(thresholds.data, directions.data.length)
      : []),
    ...(lessons.success && axes.success ? lessonsWrong(lessons.data, 'axis', axes.data) : []),
    ...(lessons.success && phases.success ? lessonsWrong(lessons.data, 'phase', phases.data) : []),
    ...(themes.success && axes.success ? themesWrong(themes.data, axes.data) : []),
    ...(words.success ? wordsWrong(words.data, wordsCheck) : []),
  ]
}
