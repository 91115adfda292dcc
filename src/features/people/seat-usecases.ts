import type { Note } from '../../kernel/outbox.ts'
import type { Tx } from '../../kernel/tx.ts'
import { AGENT, type Listed, type Person, pilotedBy, type Seat, type Source } from './domain.ts'
import type { PeopleStore } from './usecases.ts'

type Parts = { readonly store: (tx: Tx) => PeopleStore; readonly note: Note }

/** Who holds which role. A Direction has one pilot: whoever is given its seat takes the place of the one before. */
export function seating({ store, note }: Parts) {
  /** The pilot before goes; what waited for them, or for who stood in where there was none, is to wait for `to`. */
  async function makeRoom(tx: Tx, direction: string, to: string): Promise<void> {
    const pilot = await store(tx).pilotOf(direction)
    const before = pilot ? [pilot] : await store(tx).deputiesOf(direction)
    for (const { id: from } of before.filter(({ id }) => id !== to))
      await note(tx, { kind: 'people.relayed', payload: { direction, from, to } })
    if (pilot && pilot.id !== to) await store(tx).seat(pilot.id, AGENT, undefined)
  }

  /** `from` undefined: the role is no longer given by anybody. */
  async function seat(tx: Tx, id: string, seat: Seat, from: Source | undefined): Promise<void> {
    const direction = pilotedBy(seat)
    if (direction !== undefined) await makeRoom(tx, direction, id)
    await store(tx).seat(id, seat, from)
  }

  /** What the file said of somebody counts as far as nothing newer does: a role by hand, a pilot in their place. */
  async function seatAsListed(tx: Tx, person: Person, listed: Listed): Promise<void> {
    if (person.roleFrom === 'operator' || person.roleFrom === 'hand' || listed.role === 'agent') return
    const direction = pilotedBy(listed)
    if (direction !== undefined && (await store(tx).pilotOf(direction))) return
    const { role, leads, deputy } = listed
    await seat(tx, person.id, { role, leads, deputy }, 'file')
  }

  /** The operator's list names somebody, or no longer does: then what the file says of them counts again. */
  async function obeyOperator(tx: Tx, person: Person, named: boolean): Promise<void> {
    if (named) return store(tx).seat(person.id, { ...AGENT, role: 'organiser' }, 'operator')
    await store(tx).seat(person.id, AGENT, undefined)
    const { roleFrom: _, ...free } = person
    if (person.listed) await seatAsListed(tx, free, person.listed)
  }

  return { seat, seatAsListed, obeyOperator }
}
