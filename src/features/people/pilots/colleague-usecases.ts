import { PARTICIPANTS } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { matches } from '../../../search/matching.ts'
import type { PersonName } from '../person/domain.ts'
import type { PeopleStore } from '../person/usecases.ts'
import type { Holder } from '../roles/domain.ts'
import type { RoleStore } from '../roles/usecases.ts'
import type { HandoverStore } from './handover-usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<PeopleStore, 'withRole'>
  readonly roles: (tx: Tx) => Pick<RoleStore, 'known'>
  readonly handover: (tx: Tx) => Pick<HandoverStore, 'colleagues'>
  readonly read: Transact
}

export type ColleagueUsecases = ReturnType<typeof colleagueUsecases>

/** People are read so many at a time, in so many pages at most: more than an administration has. */
const PAGE = 500
const PAGES = 40
/** Managers and organisers of a whole administration, and those of one Direction. */
const MANAGERS = 1_000
const FEW = 20

type Listed = Pick<Holder, 'id' | 'name' | 'role'>

/** Who can be asked for something by name, and who is in charge. */
export function colleagueUsecases({ store, roles, handover, read }: Parts) {
  function pageOf(tx: Tx, direction: string | undefined, after?: PersonName): Promise<readonly Listed[]> {
    return direction === undefined
      ? roles(tx).known(PAGE, after)
      : handover(tx).colleagues(direction, PAGE, after)
  }

  return {
    /** Those of a Direction, or anybody without one, whose name has words that begin like those of `text`. Observers act on nothing. */
    colleagues: (
      direction: string | undefined,
      text: string,
      limit: number,
    ): Promise<readonly PersonName[]> =>
      read(async tx => {
        const found: PersonName[] = []
        let after: PersonName | undefined
        for (let page = 0; page < PAGES && found.length < limit; page++) {
          const rows = await pageOf(tx, direction, after)
          const fits = ({ name, role }: Listed) =>
            name !== '' && PARTICIPANTS.includes(role) && matches(name, text)
          found.push(...rows.filter(fits).map(({ id, name }) => ({ id, name })))
          after = rows.at(-1)
          if (rows.length < PAGE) break
        }
        return found.slice(0, limit)
      }),

    /** Ids of the managers of a Direction, or of the organisers; at most 20. */
    inCharge: (direction: string | undefined): Promise<readonly string[]> =>
      read(async tx => {
        const found = await store(tx).withRole(direction === undefined ? 'organiser' : 'manager', MANAGERS)
        const leading = found.filter(({ leads }) => direction === undefined || leads.includes(direction))
        return leading.slice(0, FEW).map(({ id }) => id)
      }),
  }
}
