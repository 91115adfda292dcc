import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleFileStore } from '../people-file/usecases.ts'
import { actorOf, deputyOf, type Person, type PersonName, PILOTS, pilotedBy } from '../person/domain.ts'
import type { PeopleStore } from '../person/usecases.ts'
import { PILOT_PERMISSIONS, type Piloted } from './domain.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'withRole'>
  readonly peopleFile: (tx: Tx) => Pick<PeopleFileStore, 'awaitedPilots'>
  readonly read: Transact
  readonly clock: Clock
  readonly directions: readonly { readonly id: string; readonly name: string }[]
}

export type PilotUsecases = ReturnType<typeof pilotUsecases>

/** No appointment is needed where the people file names a pilot: that person has only to come. */
const isLacking = ({ pilot, awaited }: Piloted) => !pilot && awaited === undefined

/** Each Direction of the programme with its pilot, for those who organise. */
export function pilotUsecases({ store, peopleFile, read, clock, directions }: Parts) {
  async function all(): Promise<readonly Piloted[]> {
    const [holders, expected] = await read(async tx => [
      await store(tx).withRole('pilot', PILOTS),
      await peopleFile(tx).awaitedPilots(PILOTS),
    ])
    const awaited = new Map(expected.map(({ name, listed }) => [pilotedBy(listed), name]))
    const named = ({ id, name }: Person): PersonName => ({ id, name })
    return directions.map(({ id, name }) => {
      const pilot = holders.find(person => pilotedBy(person) === id)
      const coming = pilot ? undefined : awaited.get(id)
      return {
        direction: { id, name },
        ...(pilot && { pilot: named(pilot) }),
        ...(coming !== undefined && { awaited: coming }),
        deputies: holders.filter(person => deputyOf(person) === id).map(named),
      }
    })
  }

  return {
    /** Pilots of one Direction or all, with deputies where there is no pilot; at most 500. */
    async pilots(direction?: string): Promise<readonly Actor[]> {
      const all = await read(tx => store(tx).withRole('pilot', PILOTS))
      const piloted = new Set(all.map(pilotedBy))
      const found = all
        .filter(({ deputy, leads: [lead] }) => !deputy || !piloted.has(lead))
        .map(each => actorOf(each, clock.now()))
      return direction === undefined ? found : found.filter(({ leads = [] }) => leads.includes(direction))
    },

    /** Everyone who answers for a Direction: its pilot and its deputies, whether nudges come to them or not. */
    pilotsAndDeputies: async (direction: string): Promise<readonly PersonName[]> => {
      const holders = await read(tx => store(tx).withRole('pilot', PILOTS))
      return holders.filter(({ leads }) => leads.includes(direction)).map(({ id, name }) => ({ id, name }))
    },

    /** Number of Directions without a pilot, present or expected. */
    unpiloted: async (): Promise<number> => (await all()).filter(isLacking).length,

    /**
     * In the programme's order, from just after the Direction `after`; `lacking`: only those without a pilot, present
     * or expected.
     * @throws Refusal `role-needed`, `malformed` for an unknown `after`
     */
    async piloted(actor: Actor, limit: number, after?: string, lacking = false) {
      permit(PILOT_PERMISSIONS.readPilots, actor.role)
      const found = await all()
      const from = after === undefined ? 0 : found.findIndex(({ direction }) => direction.id === after) + 1
      if (after !== undefined && from === 0) throw new Refusal('malformed')
      const rest = found.slice(from).filter(each => !lacking || isLacking(each))
      const items = rest.slice(0, limit)
      const last = items.at(-1)
      return rest.length > limit && last ? { items, next: last.direction.id } : { items }
    },
  }
}
