import { z } from 'zod'
import { ID_OR_NONE, isId } from '../../kernel/id.ts'
import { momentOf } from '../../kernel/zone.ts'
import type { Choice } from './choice.ts'
import type { Typed } from './draft.ts'

// What is no text counts as left empty.
const typed = z.string().catch('')

/** Before an option's id, in the name of the input that takes its points. */
export const POINTS = 'points.'

const MOST_READ = 100

/** What was chosen on a card: the points of each option, or those chosen from a list, with commas between them. */
export function choiceIn(data: Readonly<Record<string, unknown>>): Choice {
  const given = Object.entries(data).filter(([name]) => name.startsWith(POINTS))
  if (given.length > 0)
    return given.slice(0, MOST_READ).map(([name, points]) => ({
      option: name.slice(POINTS.length),
      points: points === '' ? 0 : Number(points ?? 0),
    }))
  const { choice } = data
  const ids = typeof choice === 'string' ? choice.split(',').map(id => id.trim()) : []
  return [...new Set(ids)]
    .filter(isId)
    .slice(0, MOST_READ)
    .map(option => ({ option, points: 1 }))
}

/** The form's fields as they were typed, under the ids of its inputs; `nonce` names the rendering. */
export const formFields = z.object({
  question: typed,
  /** Ids, with commas between them, as a choice of several is sent. */
  ideas: typed,
  /** One a line. */
  options: typed,
  date: typed,
  time: typed,
  channel: z.string().regex(ID_OR_NONE).catch(''),
  /** `on`: sealed until the end. */
  secret: typed,
  /** Ids, as for `ideas`. */
  directions: typed,
  nonce: typed,
})
export type FormFields = z.infer<typeof formFields>

export const EMPTY_FORM = {
  question: '',
  ideas: '',
  options: '',
  date: '',
  time: '18:00',
  secret: 'off',
} as const

/** More than any ballot takes, so that what is refused is still counted. */
const IDEAS_READ = 100

export function ideasOf({ ideas }: Pick<FormFields, 'ideas'>): string[] {
  const ids = ideas.split(',').map(id => id.trim())
  return ids.filter(id => id !== '').slice(0, IDEAS_READ)
}

/** The fields as a ballot to be, their day and time read in `zone`. */
export function typedBallot(fields: FormFields, zone: string): Omit<Typed, 'where'> {
  const { question, options, date, time } = fields
  const closesAt = momentOf(date, time, zone)
  return { question, ideas: ideasOf(fields), lines: options, closesAt, secret: fields.secret === 'on' }
}
