import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit, type Relation } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { pageOf, parseCursor } from '../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { DoorUsecases, SeatingTableUsecases, Workshop } from '../workshops/index.ts'
import {
  ATTENDANCE_PERMISSIONS,
  type CheckIn,
  type CheckInMethod,
  checkKept,
  isSeated,
  LATE,
  type PresenceCounts,
} from './domain.ts'
import { byName, isNamed, type ListedColleague, type ListedPerson } from './roll.ts'
import type { AttendanceStore } from './usecases.ts'

export type RollStore = {
  /** People with a seat or an offer, and everybody checked in; `person` alone where it is given. */
  readonly listed: (workshop: string, person?: string) => Promise<readonly ListedPerson[]>
  readonly counts: (workshop: string) => Promise<PresenceCounts>
  /** Number of pending offers, for those of `workshops` that have any. */
  readonly offers: (workshops: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** All known people, for a search by name: a few thousand. */
  readonly colleagues: () => Promise<readonly ListedColleague[]>
  readonly here: (workshop: string, people: readonly string[]) => Promise<ReadonlySet<string>>
  /** Check-ins by time, from just after `after`. */
  readonly came: (
    workshop: string,
    limit: number,
    after?: { at: number; id: string },
  ) => Promise<readonly Came[]>
}

/** A row of the attendance register. Without a name: erased since. */
export type Came = ListedColleague & CheckIn

type Parts = {
  readonly store: (tx: Tx) => AttendanceStore
  readonly roll: (tx: Tx) => RollStore
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly workshops: Pick<
    DoorUsecases,
    'requireWorkshop' | 'answerOf' | 'takeSeat' | 'around' | 'facilitated' | 'facilitates'
  > &
    Pick<SeatingTableUsecases, 'sit'>
  readonly people: Pick<PeopleUsecases, 'tookPart' | 'actor'>
}

/** Result of a tick: the counts, and the person's row if they are still listed. */
export type Ticked = PresenceCounts & { readonly workshop: Workshop; readonly listed?: ListedPerson }

/** A workshop with its number of pending offers. */
type KeptWorkshop = Workshop & { readonly offers: number }
export type OnScreen = PresenceCounts & { readonly workshop: KeptWorkshop }

type RollPage = { readonly name: string; readonly limit: number; readonly after?: string | undefined }

const FAR = Number.MAX_SAFE_INTEGER
/** Workshops read to find those that somebody facilitates. */
const LOOKED_AT = 500

export type RollUsecases = ReturnType<typeof rollUsecases>

/** The attendance list of a workshop, for whoever keeps it: an organiser or a facilitator. */
export function rollUsecases(parts: Parts) {
  const { store, roll, transact, read, audit, clock, workshops, people } = parts

  async function relationTo(tx: Tx, { id, role }: Actor, workshop: string): Promise<Relation> {
    const keeps = role === 'organiser' || (await workshops.facilitates(tx, id, workshop))
    return keeps ? 'own' : 'others'
  }

  /** The workshop, if `actor` may keep its list. */
  async function requireKeeper(
    tx: Tx,
    actor: Actor,
    row: keyof typeof ATTENDANCE_PERMISSIONS,
    id: string,
  ): Promise<Workshop> {
    const workshop = await workshops.requireWorkshop(tx, id)
    permit(ATTENDANCE_PERMISSIONS[row], actor.role, await relationTo(tx, actor, id))
    if (workshop.state === 'draft') throw new Refusal('gone')
    return workshop
  }

  async function ticked(tx: Tx, id: string, person: string): Promise<Ticked> {
    const workshop = await workshops.requireWorkshop(tx, id)
    const [listed] = await roll(tx).listed(id, person)
    return { ...(await roll(tx).counts(id)), workshop, ...(listed && { listed }) }
  }

  type Entering = {
    readonly workshop: string
    readonly person: string
    readonly how: CheckInMethod
    readonly beyond: boolean
  }

  async function add(tx: Tx, actor: Actor, act: 'tick' | 'bringIn', entering: Entering): Promise<void> {
    const { workshop, person } = entering
    if (await store(tx).find(workshop, person)) return
    await store(tx).add({ ...entering, at: clock.now(), by: actor.id })
    await people.tookPart(tx, person)
    await workshops.sit(tx, workshop, person)
    await audit(tx, actor, ATTENDANCE_PERMISSIONS[act].act, workshop)
  }

  return {
    /**
     * Workshops whose list `actor` keeps, by start, from those that ended a day ago on.
     * @throws Refusal `role-needed`
     */
    async kept(actor: Actor, limit: number, after?: string) {
      if (!ATTENDANCE_PERMISSIONS.keep.roles.includes(actor.role))
        permit(ATTENDANCE_PERMISSIONS.keep, actor.role)
      const from = clock.now() - LATE
      const page = { from, until: FAR, ...(after !== undefined && { after: parseCursor(after) }) }
      return read(async tx => {
        const all = actor.role === 'organiser'
        const mine = all ? [] : await workshops.facilitated(tx, actor.id)
        const found =
          all || mine.length > 0
            ? await workshops.around(tx, { ...page, limit: all ? limit + 1 : LOOKED_AT })
            : []
        const kept = all ? found : found.filter(({ id }) => mine.includes(id))
        const offers = await roll(tx).offers(kept.map(({ id }) => id))
        return pageOf(
          kept.map(each => ({ ...each, offers: offers.get(each.id) ?? 0, at: each.startsAt })),
          limit,
        )
      })
    },

    /**
     * The workshop with its numbers of people present and of pending offers.
     * @throws Refusal `role-needed`, `gone`, `attendance-not-kept`
     */
    screen(actor: Actor, id: string): Promise<OnScreen> {
      return read(async tx => {
        const workshop = await requireKeeper(tx, actor, 'keep', id)
        const offers = (await roll(tx).offers([id])).get(id) ?? 0
        return { ...(await roll(tx).counts(id)), workshop: { ...workshop, offers } }
      })
    },

    /** The list by name, or a search in it. `after`: the last person of the page before. */
    list(actor: Actor, id: string, { name, limit, after }: RollPage) {
      return read(async tx => {
        await requireKeeper(tx, actor, 'keep', id)
        const all = (await roll(tx).listed(id)).filter(each => isNamed(each.name, name)).toSorted(byName)
        const from = after === undefined ? 0 : all.findIndex(each => each.person === after) + 1
        const items = all.slice(from, from + limit)
        const last = items.at(-1)
        return { items, ...(all.length > from + limit && last && { next: last.person }) }
      })
    },

    /**
     * Marks the person present or absent by hand, until a day after the end. An absent person keeps their seat.
     * @throws Refusal as `screen` does, and `attendance-early`, `attendance-over`, `attendance-cancelled`,
     * `attendance-unlisted`
     */
    tick(actor: Actor, id: string, person: string, present: boolean): Promise<Ticked> {
      return transact(async tx => {
        const workshop = await requireKeeper(tx, actor, 'tick', id)
        checkKept(workshop, clock.now())
        if (present) {
          if (!isSeated(await workshops.answerOf(tx, id, person))) throw new Refusal('attendance-unlisted')
          await workshops.takeSeat(tx, id, { id: person, role: 'agent' })
          await add(tx, actor, 'tick', { workshop: id, person, how: 'hand', beyond: false })
        } else if (await store(tx).find(id, person)) {
          await store(tx).remove(id, person)
          await audit(tx, actor, ATTENDANCE_PERMISSIONS.tick.act, id)
        }
        return ticked(tx, id, person)
      })
    },

    /**
     * Checks in a walk-in: takes a free seat, or exceeds the capacity when there is none.
     * @throws Refusal as `tick` does, and `person-missing`
     */
    async bringIn(actor: Actor, id: string, person: string): Promise<Ticked> {
      const known = await people.actor(person)
      return transact(async tx => {
        const workshop = await requireKeeper(tx, actor, 'bringIn', id)
        checkKept(workshop, clock.now())
        if (!known) throw new Refusal('person-missing')
        const how = isSeated(await workshops.answerOf(tx, id, person)) ? 'hand' : 'walk-in'
        const hasSeat = await workshops.takeSeat(tx, id, known, { byHand: true })
        await add(tx, actor, 'bringIn', { workshop: id, person, how, beyond: !hasSeat })
        return ticked(tx, id, person)
      })
    },

    /** Searches people by name, the first `limit`, with whether each is present. Needs at least two letters. */
    colleagues(actor: Actor, id: string, name: string, limit: number) {
      return read(async tx => {
        await requireKeeper(tx, actor, 'keep', id)
        if (name.trim().length < 2) return []
        const found = (await roll(tx).colleagues()).filter(each => isNamed(each.name, name))
        const first = found.toSorted(byName).slice(0, limit)
        const here = await roll(tx).here(
          id,
          first.map(each => each.person),
        )
        return first.map(each => ({ ...each, present: here.has(each.person) }))
      })
    },

    /** Check-ins of a workshop by time, for whoever may keep its list. `after`: what the page before gave as `next`. */
    came(actor: Actor, id: string, limit: number, after?: string) {
      return read(async tx => {
        await requireKeeper(tx, actor, 'keep', id)
        const from = after === undefined ? undefined : parseCursor(after)
        const rows = await roll(tx).came(id, limit + 1, from)
        return pageOf(
          rows.map(row => ({ ...row, id: row.person })),
          limit,
        )
      })
    },

    counts: (tx: Tx, id: string): Promise<PresenceCounts> => roll(tx).counts(id),
  }
}
