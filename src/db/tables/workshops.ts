import type { Generated } from 'kysely'

export type WorkshopTables = {
  workshop: {
    id: string
    title: string
    description: string
    axis: string
    starts_at: number
    ends_at: number
    place: string
    link: string
    capacity: number
    organiser: string
    /** People with a seat: recomputed in the transaction of each answer. */
    seats_taken: number
    /** Directions among them. */
    directions: number
    created_at: number
    revision: number
    moved: 'nothing' | 'when' | 'where' | 'both'
    changed_at: number
    /** '' when it stands alone. */
    series: string
    state: 'draft' | 'announced' | 'cancelled' | 'postponed'
    /** Why it was cancelled or postponed; '' otherwise. */
    reason: string
    /** Null: at once; at its start; never before it. */
    opens_at: number | null
    closes_at: number | null
    release_at: number | null
    quotas: 0 | 1
    reserved: number
    confirm_hours: number
    /** People on its waiting list: recomputed like the seats. */
    waiting: number
    /** The last number given on its waiting list. */
    queued: number
    /** 1: its card in the channel says that no seat is left. */
    card_full: Generated<0 | 1>
    /** Since when the card says what it says of that; null: from its beginning. */
    card_full_at: number | null
    /** When and where it was before its last move; null where it never moved. */
    was_starts_at: number | null
    was_ends_at: number | null
    was_place: string | null
    was_link: string | null
  }
  registration: {
    workshop_id: string
    person_id: string
    direction: string | null
    answer: 'yes' | 'no' | 'waiting' | 'offered'
    answered_at: number
    /** Order on the waiting list, while on it. */
    queue_no: number | null
    /** Until when a seat is kept for them; of who let an offer pass, until when it was. */
    offered_until: number | null
    /** Where the seat is taken from; of who waits, `reserved` when they may have a reserved one. */
    pool: 'open' | 'reserved' | null
    /** Series and day, while they have a seat in a series: nobody has two. */
    day_key: string | null
    /** 1: their name may be shown to the others who have a seat. */
    shown: Generated<0 | 1>
  }
  series: {
    id: string
    title: string
    description: string
    organiser: string
    created_at: number
    axis: string
    /** Null until it is announced. */
    announced_at: number | null
  }
  /** Who asked to be told when registration opens: until they are told, or there is nothing left to open. */
  opening_request: {
    thing: 'workshop' | 'series'
    thing_id: string
    person_id: string
    asked_at: number
  }
  workshop_quota: {
    workshop_id: string
    direction: string
    seats: number
  }
  workshop_facilitator: {
    workshop_id: string
    person_id: string
    table_no: number | null
  }
  /** The last draw of tables. */
  table_draw: {
    workshop_id: string
    seed: string
    tables: number
    drawn_at: number
    drawn_by: string
    /** When everybody came to see their table; null: they do not yet. */
    shown_at: number | null
  }
  table_place: {
    workshop_id: string
    person_id: string
    table_no: number
  }
  /** How often somebody renewed the address of their own calendar; no row: never. */
  calendar_link: {
    person_id: string
    turn: number
  }
  practical_need: {
    workshop_id: string
    person_id: string
    text: string
    said_at: number
  }
}
