import { Refusal } from '../../../kernel/errors/refusal.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import {
  DESCRIPTION_LIMIT,
  optionalWithin,
  PLACE_LIMIT,
  type TypedWorkshopDraft,
  titleWithin,
  type WorkshopDraft,
} from './domain.ts'

const LINK_LIMIT = 1_000
const SEATS_LIMIT = 2_000

/**
 * Normalises the address as browsers do. User information before an `@` is refused: it makes a link look like
 * another's.
 * @throws Refusal `link-unsafe`
 */
function linkOf(text: string): string {
  const typed = cleanLine(text)
  if (typed === '') return ''
  const url = typed.length <= LINK_LIMIT && URL.canParse(typed) ? new URL(typed) : undefined
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new Refusal('link-unsafe')
  return url.href
}

type Moments = { readonly startsAt: number | undefined; readonly endsAt: number | undefined }

function momentsOf({ startsAt, endsAt }: Moments, now: number): { startsAt: number; endsAt: number } {
  if (startsAt === undefined || endsAt === undefined) throw new Refusal('date-missing')
  if (endsAt <= startsAt) throw new Refusal('ends-first')
  if (startsAt <= now) throw new Refusal('date-past')
  return { startsAt, endsAt }
}

function capacityOf(seats: number): number {
  const possible = Number.isInteger(seats) && seats >= 1 && seats <= SEATS_LIMIT
  if (!possible) throw new Refusal('capacity', { max: SEATS_LIMIT })
  return seats
}

function whereOf(typed: Pick<TypedWorkshopDraft, 'place' | 'link'>): Pick<WorkshopDraft, 'place'> {
  const place = optionalWithin(typed.place, PLACE_LIMIT)
  if (place === '' && cleanLine(typed.link) === '') throw new Refusal('where-missing')
  return { place }
}

/** Parsers of the draft by field, in the form's order. */
const PARTS = {
  title: ({ title }: TypedWorkshopDraft) => ({ title: titleWithin(title) }),
  description: (typed: TypedWorkshopDraft) => ({
    description: optionalWithin(typed.description, DESCRIPTION_LIMIT),
  }),
  when: momentsOf,
  link: (typed: TypedWorkshopDraft) => ({ link: linkOf(typed.link) }),
  place: whereOf,
  seats: (typed: TypedWorkshopDraft) => ({ capacity: capacityOf(typed.capacity) }),
} as const

export type DraftField = keyof typeof PARTS

/** Every field with a fault, and the refusal. */
export function draftFaults(
  typed: TypedWorkshopDraft,
  now: number,
): { field: DraftField; refusal: Refusal }[] {
  return (Object.keys(PARTS) as DraftField[]).flatMap(field => {
    try {
      PARTS[field](typed, now)
      return []
    } catch (thrown) {
      if (thrown instanceof Refusal) return [{ field, refusal: thrown }]
      throw thrown
    }
  })
}

/**
 * Validates a draft, in the order of the form.
 * @throws Refusal `title-missing`, `empty-text`, `too-long`, `date-missing`, `ends-first`, `date-past`, `link-unsafe`,
 * `where-missing`, `capacity`
 */
export function draftOf(typed: TypedWorkshopDraft, now: number): WorkshopDraft {
  const { title, description, when, link, place, seats } = PARTS
  const words = { ...title(typed), ...description(typed), axis: typed.axis }
  return { ...words, ...when(typed, now), ...link(typed), ...place(typed), ...seats(typed) }
}
