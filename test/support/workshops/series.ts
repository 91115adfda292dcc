import type { Database } from '../../../src/db/index.ts'
import { seriesAnnounceUsecases } from '../../../src/features/workshops/announcements/series-usecases.ts'
import { cancellationStore } from '../../../src/features/workshops/cancellation/store.ts'
import { callOffUsecases } from '../../../src/features/workshops/cancellation/usecases.ts'
import { changeStore } from '../../../src/features/workshops/changes/store.ts'
import { changeUsecases } from '../../../src/features/workshops/changes/usecases.ts'
import { openingStore } from '../../../src/features/workshops/openings/store.ts'
import { personalViews } from '../../../src/features/workshops/registration/personal-view-usecases.ts'
import { registrationStore } from '../../../src/features/workshops/registration/store.ts'
import { seatStore } from '../../../src/features/workshops/seats/store.ts'
import { waitingListUsecases } from '../../../src/features/workshops/seats/waiting-list-usecases.ts'
import { dayUsecases } from '../../../src/features/workshops/series/day-usecases.ts'
import { seatRulesUsecases } from '../../../src/features/workshops/series/seat-rules-usecases.ts'
import { seriesStore } from '../../../src/features/workshops/series/store.ts'
import { seriesUsecases } from '../../../src/features/workshops/series/usecases.ts'
import { facilitatorStore } from '../../../src/features/workshops/tables/facilitator-store.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import { auditIn } from '../features/audit.ts'
import { programme } from '../programme/programme.ts'
import { channels, messagesOn } from './workshops.ts'

/** What organisers do with series, on a database; channels and people as test/support/workshops/workshops.ts has them. */
export function seriesOn(db: Database, clock: Clock) {
  const { transact, read, once, note } = db
  const edges = { transact, read, once, note, clock, ids: randomIds, zone: programme.zone }
  const stores = { store: workshopStore, seats: seatStore, series: seriesStore }
  const waitingList = waitingListUsecases({ ...edges, ...stores })
  const rooms = { cancellations: cancellationStore, changes: changeStore }
  const views = personalViews({
    ...{
      registrations: registrationStore,
      facilitators: facilitatorStore,
      seats: seatStore,
      openings: openingStore,
    },
    clock,
  })
  const parts = {
    ...edges,
    ...stores,
    ...rooms,
    views,
    waitingList,
    audit: auditIn(edges),
    programme,
    channels,
  }
  return {
    ...seriesUsecases(parts),
    ...dayUsecases(parts),
    ...seatRulesUsecases(parts),
    ...seriesAnnounceUsecases(parts),
    ...callOffUsecases({ ...parts, messages: messagesOn(db, clock) }),
    change: changeUsecases(parts).change,
  }
}
