import type { Wiring } from '../../conversation/wiring.ts'
import type { Limits } from '../../kernel/requests/limits.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { openingStore } from './openings/store.ts'
import type { Marks } from './registration/outcomes.ts'
import { personalViews } from './registration/personal-view-usecases.ts'
import { registrationStore } from './registration/store.ts'
import { seatBatchStore } from './seats/batch-store.ts'
import { seatBatches } from './seats/batch-usecases.ts'
import { seatStore } from './seats/store.ts'
import { seatAllocation } from './seats/usecases.ts'
import { waitingListUsecases } from './seats/waiting-list-usecases.ts'
import { facilitatorStore } from './tables/facilitator-store.ts'
import { publishingUsecases } from './workshop/publishing-usecases.ts'
import { workshopStore } from './workshop/store.ts'
import { workshopUsecases } from './workshop/usecases.ts'

export type { Marks }

/** What all rooms of workshops are handed of other features. */
export type WorkshopDeps = {
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced' | 'list'>
  readonly people: Pick<PeopleUsecases, 'tookPart' | 'names' | 'actor' | 'reachOf'>
  readonly messages: Pick<
    MessageUsecases,
    'tell' | 'owed' | 'subjectsOf' | 'sentMessage' | 'claim' | 'drop' | 'show' | 'tellable'
  >
  /** Base URL of calendar files, and the secret that signs their addresses. */
  readonly links: { readonly origin: string; readonly secret: string }
  readonly limits: Limits
  readonly marks: () => Marks
  /** Whether the programme is closed: nobody can register any more. */
  readonly isClosed: () => Promise<boolean>
}

/** Workshops, how they are announced, and the waiting list that every room calls when seats come free. */
export function wireSeats(wiring: Wiring, { programme, channels, people, messages }: WorkshopDeps) {
  const { transact, read, once, note, audit, clock, ids, zone } = wiring
  const [store, seats] = [workshopStore, seatStore]
  const views = personalViews({
    registrations: registrationStore,
    facilitators: facilitatorStore,
    seats,
    openings: openingStore,
    clock,
  })
  const { tellable } = messages
  const waitingList = waitingListUsecases({ store, seats, transact, note, clock, zone, tellable })
  return {
    views,
    waitingList,
    allocation: seatAllocation({ seats, waitingList, clock, zone, people }),
    batches: seatBatches({
      store,
      seats,
      several: seatBatchStore,
      transact,
      note,
      clock,
      zone,
      tellable,
      people,
    }),
    workshops: workshopUsecases({ store, views, read, clock }),
    publishing: publishingUsecases({
      store,
      views,
      transact,
      once,
      note,
      audit,
      clock,
      ids,
      programme,
      channels,
    }),
  }
}
