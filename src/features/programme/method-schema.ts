import { z } from 'zod'
import { LANGUAGES } from '../../kernel/language.ts'
import { LEAST_CONTRAST, lowestContrast } from './contrast.ts'
import type { ProgrammeContent } from './domain.ts'

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'an id is 2 to 40 lower-case letters, digits and hyphens, a letter first')
const text = (max: number) => z.string().trim().min(1).max(max)
const inBoth = (max: number) => z.strictObject({ fr: text(max), en: text(max) })
const icon = z.string().regex(/^[A-Z][A-Za-z0-9]{1,59}$/, 'a Fluent icon is named like PeopleTeam')
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour is # and six hexadecimal digits, in quotes')

const coloursOn = (theme: 'light' | 'dark') =>
  z.strictObject({ ink: colour, tint: colour }).superRefine((colours, context) => {
    const ratio = lowestContrast(colours, theme)
    if (ratio >= LEAST_CONTRAST) return
    const message = `contrast is ${ratio.toFixed(1)} to 1, ${LEAST_CONTRAST} is needed`
    context.addIssue({ code: 'custom', path: ['ink'], message })
  })

const axis = z.strictObject({
  id,
  title: inBoth(60),
  promise: inBoth(140),
  icon,
  slot: z.union(
    [1, 2, 3, 4, 5].map(slot => z.literal(slot as 1 | 2 | 3 | 4 | 5)),
    'a slot is 1 to 5',
  ),
  colours: z.strictObject({ light: coloursOn('light'), dark: coloursOn('dark') }),
})

const phase = z
  .strictObject({ id, title: inBoth(40), icon, from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'ends before it begins' })

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM, from 00:00 to 23:59')
const OFFICE = { from: '09:00', until: '17:30' }

const hours = z
  .strictObject({ from: time, until: time })
  .refine(({ from, until }) => from < until, { path: ['until'], message: 'ends before it begins' })

const closure = z
  .strictObject({ from: z.iso.date(), until: z.iso.date() })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'ends before it begins' })

// Files and databases written before there were messages hold none of it.
const messages = z
  .strictObject({
    perWeek: z.int().min(1).max(5).default(2),
    hours: hours.default(OFFICE),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'a country is two capital letters')
      .default('FR'),
    closures: z.array(closure).max(50).default([]),
  })
  .prefault({})

const direction = z.strictObject({ id, name: text(80), headcount: z.int().min(1).max(1_000_000) })

/** No two entries of a list may have the same `field`. */
function distinct<Field extends string>(field: Field) {
  return (list: readonly Record<Field, unknown>[], context: z.RefinementCtx) => {
    const known = new Set<unknown>()
    for (const [index, entry] of list.entries()) {
      const value = entry[field]
      const message = `${field} ${value} is used twice`
      if (known.has(value)) context.addIssue({ code: 'custom', path: [index, field], message })
      known.add(value)
    }
  }
}

function inOrder(phases: readonly { from: string; until: string }[], context: z.RefinementCtx) {
  for (const [index, { from }] of phases.entries()) {
    const before = phases[index - 1]
    const message = 'begins before the phase above it has ended'
    if (before && from <= before.until) context.addIssue({ code: 'custom', path: [index, 'from'], message })
  }
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** What a method file may hold: nothing more, so that no field about a person slips in. */
export const contentSchema: z.ZodType<ProgrammeContent> = z.strictObject({
  name: text(60),
  organisation: text(80),
  language: z.enum(LANGUAGES),
  zone: z.string().refine(isZone, 'an IANA time zone is needed, like Europe/Paris'),
  axes: z.array(axis).min(1).max(5).superRefine(distinct('id')).superRefine(distinct('slot')),
  phases: z.array(phase).min(1).max(6).superRefine(distinct('id')).superRefine(inOrder),
  directions: z.array(direction).min(1).max(200).superRefine(distinct('id')),
  messages,
})
