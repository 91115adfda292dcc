import type { Database } from '../../src/db/index.ts'
import { callOffUsecases } from '../../src/features/workshops/call-off-usecases.ts'
import { changeUsecases } from '../../src/features/workshops/change-usecases.ts'
import { dayUsecases } from '../../src/features/workshops/day-usecases.ts'
import { quotaUsecases } from '../../src/features/workshops/quota-usecases.ts'
import { seatStore } from '../../src/features/workshops/seat-store.ts'
import { seriesAnnounceUsecases } from '../../src/features/workshops/series-announce-usecases.ts'
import { seriesStore } from '../../src/features/workshops/series-store.ts'
import { seriesUsecases } from '../../src/features/workshops/series-usecases.ts'
import { settling } from '../../src/features/workshops/settling-usecases.ts'
import { workshopStore } from '../../src/features/workshops/store.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { randomIds } from '../../src/kernel/ids.ts'
import { auditIn } from './audit.ts'
import { programme } from './programme.ts'
import { channels, messagesOn } from './workshops.ts'

/** What organisers do with series, on a database; channels and people as test/support/workshops.ts has them. */
export function seriesOn(db: Database, clock: Clock) {
  const { transact, read, once, note } = db
  const edges = { transact, read, once, note, clock, ids: randomIds, zone: programme.zone }
  const stores = { store: workshopStore, seats: seatStore, series: seriesStore }
  const settled = settling({ ...edges, ...stores })
  const parts = { ...edges, ...stores, settled, audit: auditIn(edges), programme, channels }
  return {
    ...seriesUsecases(parts),
    ...dayUsecases(parts),
    ...quotaUsecases(parts),
    ...seriesAnnounceUsecases(parts),
    ...callOffUsecases({ ...parts, messages: messagesOn(db, clock) }),
    change: changeUsecases(parts).change,
  }
}
