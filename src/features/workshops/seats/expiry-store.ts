import { type Aged, countExpired, eraseOfWorkshops } from '../../../db/index.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'

const ROWS: Aged = { table: 'registration', by: 'workshop', key: ['workshop_id', 'person_id'] }

/** Answers to workshops of long ago, with the tables drawn for them; how many seats were taken stays. */
export const oldSeats: Expiry = {
  kind: 'seats',
  after: 'itself',
  count: (tx, before) => countExpired(tx, ROWS, before),
  erase: (tx, before, limit) =>
    eraseOfWorkshops(tx, ROWS, ['table_place', 'registration'], { before, limit }),
}
