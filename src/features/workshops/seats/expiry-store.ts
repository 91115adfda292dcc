import { type Aged, countExpired, eraseOfWorkshops } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'

const ROWS: Aged = { table: 'registration', by: 'workshop', key: ['workshop_id', 'person_id'] }

/** Old registrations, with the tables assigned to them; seat counters are kept. */
export const oldSeats: Expiry = {
  kind: 'seats',
  after: 'itself',
  count: (tx, before) => countExpired(tx, ROWS, before),
  erase: (tx, before, limit) =>
    eraseOfWorkshops(tx, ROWS, ['table_place', 'registration'], { before, limit }),
}
