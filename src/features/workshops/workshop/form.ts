import { z } from 'zod'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { clockIn, dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { TypedWorkshopDraft, Workshop } from './domain.ts'

// Teams sends a number field as a number or as text; anything else counts as empty.
const typed = z.union([z.string(), z.number().transform(String)]).catch('')

/** The form's fields as typed, under the ids of its inputs; `nonce` identifies the rendering. */
export const formFields = z.object({
  title: typed,
  description: typed,
  axis: typed,
  date: typed,
  start: typed,
  end: typed,
  place: typed,
  link: typed,
  seats: typed,
  channel: z.string().regex(ID_OR_NONE).catch(''),
  /** Ids of Directions separated by commas, as a multiple choice sends them. */
  directions: typed,
  nonce: typed,
})
export type WorkshopFormFields = z.infer<typeof formFields>

/** Defaults: half a day, for a roomful. */
export const EMPTY_FORM = { start: '09:30', end: '12:30', seats: '30' } as const

/** Parses the fields into a draft, with day and times in `zone`. */
export function typedDraft(
  fields: Omit<WorkshopFormFields, 'channel' | 'directions' | 'nonce'>,
  zone: string,
): TypedWorkshopDraft {
  const { title, description, axis, date, start, end, place, link, seats } = fields
  return {
    title,
    description,
    axis,
    startsAt: momentOf(date, start, zone),
    endsAt: momentOf(date, end, zone),
    place,
    link,
    capacity: seats.trim() === '' ? 0 : Number(seats),
  }
}

/** The same fields on so many dates, one a week; a date that is none is left to be refused, once. */
export function weekly<F extends { readonly date: string }>(fields: F, count: number): readonly F[] {
  if (Number.isNaN(Date.parse(`${fields.date}T00:00:00Z`))) return [fields]
  return Array.from({ length: count }, (_, at) => ({ ...fields, date: dayAfter(fields.date, 7 * at) }))
}

/** Fields of an existing workshop, for a change. */
export function fieldsOf(workshop: Workshop, zone: string, nonce: string): WorkshopFormFields {
  const { title, description, axis, startsAt, endsAt, place, link, capacity } = workshop
  const [date, start, end] = [dateIn(startsAt, zone), clockIn(startsAt, zone), clockIn(endsAt, zone)]
  const seats = String(capacity)
  const nowhere = { channel: '', directions: '' }
  return { title, description, axis, date, start, end, place, link, seats, ...nowhere, nonce }
}
