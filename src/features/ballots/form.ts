import { z } from 'zod'
import { ID_OR_NONE } from '../../kernel/id.ts'
import { momentOf } from '../../kernel/zone.ts'
import type { Typed } from './domain.ts'

// What is no text counts as left empty.
const typed = z.string().catch('')

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
  /** Ids, as for `ideas`. */
  directions: typed,
  nonce: typed,
})
export type FormFields = z.infer<typeof formFields>

export const EMPTY_FORM = { question: '', ideas: '', options: '', date: '', time: '18:00' } as const

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
  return { question, ideas: ideasOf(fields), lines: options, closesAt }
}
