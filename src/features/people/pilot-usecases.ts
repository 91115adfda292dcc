import type { Actor } from '../../kernel/actor.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import { deputyOf, PERMISSIONS, type Person, PILOTS, pilotedBy } from './domain.ts'
import type { Colleague, Piloted } from './relay.ts'
import type { PeopleStore } from './usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => PeopleStore
  readonly read: Transact
  readonly directions: readonly { readonly id: string; readonly name: string }[]
}

export type PilotUsecases = ReturnType<typeof pilotUsecases>

/** Each Direction of the programme with its pilot, for those who organise. */
export function pilotUsecases({ store, read, directions }: Parts) {
  async function all(): Promise<readonly Piloted[]> {
    const seated = await read(tx => store(tx).withRole('pilot', PILOTS))
    const named = ({ id, name }: Person): Colleague => ({ id, name })
    return directions.map(({ id, name }) => {
      const pilot = seated.find(person => pilotedBy(person) === id)
      return {
        direction: { id, name },
        ...(pilot && { pilot: named(pilot) }),
        deputies: seated.filter(person => deputyOf(person) === id).map(named),
      }
    })
  }

  return {
    /** How many Directions have no pilot. */
    unpiloted: async (): Promise<number> => (await all()).filter(({ pilot }) => !pilot).length,

    /**
     * In the programme's order, from just after the Direction `after`; `lacking`: those without a pilot alone.
     * @throws Refusal `role-needed`, `malformed` when `after` is no Direction
     */
    async piloted(actor: Actor, limit: number, after?: string, lacking = false) {
      permit(PERMISSIONS.readPilots, actor.role)
      const found = await all()
      const from = after === undefined ? 0 : found.findIndex(({ direction }) => direction.id === after) + 1
      if (after !== undefined && from === 0) throw new Refusal('malformed')
      const rest = found.slice(from).filter(({ pilot }) => !lacking || !pilot)
      const items = rest.slice(0, limit)
      const last = items.at(-1)
      return rest.length > limit && last ? { items, next: last.direction.id } : { items }
    },
  }
}
