import { z } from 'zod'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { clockIn, dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { TypedWorkshopDraft, Workshop } from './domain.ts'

// Teams sends a number field as a number or as text; what is neither counts as left empty.
const typed = z.union([z.string(), z.number().transform(String)]).catch('')

/** The form's fields as they were typed, under the ids of its inputs; `nonce` names the rendering. */
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
  /** Ids of Directions, with commas between them, as a choice of several is sent. */
  directions: typed,
  nonce: typed,
})
export type WorkshopFormFields = z.infer<typeof formFields>

/** What an organiser most often means: half a day, for a roomful. */
export const EMPTY_FORM = { start: '09:30', end: '12:30', seats: '30' } as const

/** The fields as a draft, their day and times read in `zone`. */
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

/** A workshop as the form holds it, to be changed. */
export function fieldsOf(workshop: Workshop, zone: string, nonce: string): WorkshopFormFields {
  const { title, description, axis, startsAt, endsAt, place, link, capacity } = workshop
  const [date, start, end] = [dateIn(startsAt, zone), clockIn(startsAt, zone), clockIn(endsAt, zone)]
  const seats = String(capacity)
  const nowhere = { channel: '', directions: '' }
  return { title, description, axis, date, start, end, place, link, seats, ...nowhere, nonce }
}
