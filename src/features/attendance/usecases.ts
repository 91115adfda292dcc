import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { LIMITS, type Limits, limitKey, tried } from '../../kernel/requests/limits.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { DoorUsecases, SeatingTableUsecases, Workshop } from '../workshops/index.ts'
import { checkFresh, readToken } from './check-in-code.ts'
import { lettersIn, lettersOf } from './check-in-letters.ts'
import {
  ATTENDANCE_PERMISSIONS,
  type CheckIn,
  type CheckInMethod,
  type CheckInResult,
  checkOpen,
  EARLY,
  isOpen,
  isSeated,
} from './domain.ts'

export type AttendanceStore = {
  readonly find: (workshop: string, person: string) => Promise<CheckIn | undefined>
  /** Keeps the first check-in of a person. */
  readonly add: (checkIn: CheckIn) => Promise<void>
  readonly remove: (workshop: string, person: string) => Promise<void>
}

/** Proof of presence: a scanned code, or the six letters. */
type CheckInProof = { readonly token: string } | { readonly letters: string }

type Parts = {
  readonly store: (tx: Tx) => AttendanceStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly limits: Limits
  readonly workshops: Pick<
    DoorUsecases,
    'requireWorkshop' | 'answerOf' | 'hasSeatFor' | 'takeSeat' | 'around'
  > &
    Pick<SeatingTableUsecases, 'sit'>
  readonly people: Pick<PeopleUsecases, 'tookPart'>
  /** HMAC key of codes and letters. */
  readonly secret: string
  /** The programme's IANA time zone. */
  readonly zone: string
}

/** A verified proof: its workshop, and whether it is valid now. */
type Opening = {
  readonly workshop: string
  readonly how: CheckInMethod
  /** @throws Refusal for a code of another moment or day */
  readonly check: (workshop: Workshop) => void
}

/** Limit of workshops on one day. */
const AT_ONCE = 200

export type AttendanceUsecases = ReturnType<typeof attendanceUsecases>

export function attendanceUsecases(parts: Parts) {
  const { store, transact, read, clock, limits, workshops, people, secret, zone } = parts

  const dayOf = ({ startsAt }: Workshop) => dateIn(startsAt, zone)

  function openingOf(token: string): Opening {
    const scanned = readToken(secret, token)
    const check = (workshop: Workshop) => checkFresh(scanned, dayOf(workshop), clock.now())
    return { ...scanned, check }
  }

  /** Rate limit: ten wrong attempts an hour, even with right ones between. */
  async function openingBy(actor: Actor, typed: string): Promise<Opening> {
    const letters = lettersIn(typed)
    const now = clock.now()
    const own = { limits, limit: LIMITS.code, who: limitKey(actor), refusal: 'attendance-tries' }
    const meant = await tried(own, async () => {
      const found = await read(tx => workshops.around(tx, { from: now, until: now + EARLY, limit: AT_ONCE }))
      return found.find(each => isOpen(each, now) && lettersOf(secret, each.id, dayOf(each)) === letters)
    })
    if (!meant) throw new Refusal('code-unknown')
    return { workshop: meant.id, how: 'code', check: () => {} }
  }

  async function opening(actor: Actor, proof: CheckInProof): Promise<Opening> {
    return 'token' in proof ? openingOf(proof.token) : openingBy(actor, proof.letters)
  }

  /** Their table; assigned now for somebody who registered after tables were assigned. */
  async function placeOf(tx: Tx, { id }: Actor, workshop: Workshop): Promise<{ table?: number }> {
    const table = await workshops.sit(tx, workshop.id, id)
    return table === undefined ? {} : { table }
  }

  /** Checks the person in, or returns their first check-in. */
  async function admit(tx: Tx, actor: Actor, workshop: Workshop, how: CheckInMethod) {
    const { id: person } = actor
    const checkIn = { workshop: workshop.id, person, at: clock.now(), how, by: person, beyond: false }
    await store(tx).add(checkIn)
    await people.tookPart(tx, person)
    const kept = (await store(tx).find(workshop.id, person)) ?? checkIn
    return { workshop, checkIn: kept, again: false, ...(await placeOf(tx, actor, workshop)) }
  }

  /** Whoever is checked in already is told so; otherwise the proof must be valid now. */
  async function enter(
    actor: Actor,
    proof: CheckInProof,
    go: (tx: Tx, workshop: Workshop, how: CheckInMethod) => Promise<CheckInResult>,
  ) {
    const { workshop: id, how, check } = await opening(actor, proof)
    return transact(async (tx): Promise<CheckInResult> => {
      const workshop = await workshops.requireWorkshop(tx, id)
      const before = await store(tx).find(id, actor.id)
      if (before) return { workshop, checkIn: before, again: true, ...(await placeOf(tx, actor, workshop)) }
      checkOpen(workshop, clock.now())
      check(workshop)
      return go(tx, workshop, how)
    })
  }

  return {
    /**
     * Checks the person in. Idempotent. Without a seat: tells whether one is free.
     * @throws Refusal `role-needed`, `gone`, `attendance-link`, `attendance-code-expired`, `attendance-print-expired`,
     * `attendance-early`, `attendance-over`, `attendance-cancelled`, `code-unknown`, `attendance-tries`
     */
    async checkIn(actor: Actor, proof: CheckInProof): Promise<CheckInResult> {
      permit(ATTENDANCE_PERMISSIONS.checkIn, actor.role)
      return enter(actor, proof, async (tx, workshop, how) => {
        const answer = await workshops.answerOf(tx, workshop.id, actor.id)
        if (!isSeated(answer)) return { workshop, seatLeft: await workshops.hasSeatFor(tx, workshop, actor) }
        if (answer === 'offered') await workshops.takeSeat(tx, workshop.id, actor)
        return admit(tx, actor, workshop, how)
      })
    },

    /**
     * Walk-in: takes a free seat, and checks the person in.
     * @throws Refusal as `checkIn` does, and `attendance-full`
     */
    async comeIn(actor: Actor, proof: CheckInProof): Promise<CheckInResult> {
      permit(ATTENDANCE_PERMISSIONS.comeIn, actor.role)
      return enter(actor, proof, async (tx, workshop, how) => {
        const hasSeat = isSeated(await workshops.answerOf(tx, workshop.id, actor.id))
        if (!(await workshops.takeSeat(tx, workshop.id, actor))) throw new Refusal('attendance-full')
        return admit(tx, actor, workshop, hasSeat ? how : 'walk-in')
      })
    },
  }
}
