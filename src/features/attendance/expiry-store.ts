import { type Aged, countExpired, eraseOfWorkshops } from '../../db/index.ts'
import type { Expiry } from '../../kernel/personal-data/expiry.ts'

const ROWS: Aged = { table: 'attendance', by: 'workshop', key: ['workshop_id', 'person_id'] }

/** Attendance registers of old workshops. */
export const oldPresence: Expiry = {
  kind: 'presence',
  after: 'itself',
  count: (tx, before) => countExpired(tx, ROWS, before),
  erase: (tx, before, limit) => eraseOfWorkshops(tx, ROWS, ['attendance'], { before, limit }),
}
