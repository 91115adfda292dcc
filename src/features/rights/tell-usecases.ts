import type { Actor } from '../../kernel/actor.ts'
import { DATA_AROUND } from '../../kernel/data-part.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import {
  AROUND,
  type Counted,
  type Held,
  isThing,
  type Line,
  PARTS,
  type Part,
  PERMISSIONS,
  type Told,
  titleOf,
} from './domain.ts'

export type TellStore = {
  /** What can be told, in order: the table and the column that designates the person. */
  readonly names: readonly { readonly name: string; readonly part: Part }[]
  readonly count: (person: string, name: string) => Promise<number>
  /** In one order at each time. */
  readonly rows: (person: string, name: string, limit: number, skip: number) => Promise<readonly Held[]>
  /** By id, what things are called that the rows name: those that the person may read. */
  readonly titles: (person: string, rows: readonly Held[]) => Promise<ReadonlyMap<string, string>>
}

type Parts = { readonly store: (tx: Tx) => TellStore; readonly read: Transact }

export type TellUsecases = ReturnType<typeof tellUsecases>

/** Rows read in one statement. */
const MANY = 500

/** @throws Refusal `malformed` */
function placeOf(after: string): { at: number; skip: number } {
  const [, at = '', skip = ''] = /^(\d{1,3})-(\d{1,7})$/.exec(after) ?? []
  if (at === '') throw new Refusal('malformed')
  return { at: Number(at), skip: Number(skip) }
}

/** What is held about the actor: theirs to read, and nothing of others. */
export function tellUsecases({ store, read }: Parts) {
  async function allOf(tx: Tx, person: string, name: string): Promise<readonly Held[]> {
    const rows: Held[] = []
    for (;;) {
      const page = await store(tx).rows(person, name, MANY, rows.length)
      rows.push(...page)
      if (page.length < MANY) return rows
    }
  }

  return {
    /** How much there is in each part; parts without any are left out. */
    async counts(actor: Actor): Promise<readonly Counted[]> {
      permit(PERMISSIONS.tell, actor.role, 'own')
      const counts = await read(async tx => {
        const found: { readonly part: Part; readonly name: string; readonly rows: number }[] = []
        for (const { name, part } of store(tx).names)
          found.push({ part, name, rows: await store(tx).count(actor.id, name) })
        return found
      })
      const sum = (rows: typeof counts) => rows.reduce((all, each) => all + each.rows, 0)
      return PARTS.flatMap(part => {
        const own = counts.filter(each => each.part === part)
        const count = sum(own.filter(({ name }) => isThing(part, name)))
        const around = DATA_AROUND.flatMap(kind => {
          const some = sum(own.filter(({ name }) => AROUND[name] === kind))
          return some > 0 ? [{ kind, count: some }] : []
        })
        const rest = around.reduce((left, each) => left - each.count, sum(own) - count)
        return sum(own) > 0 ? [{ part, count, around, rest }] : []
      })
    },

    /** A page of one part. `after`: what the page before gave as `next`. @throws Refusal `malformed` */
    async lines(actor: Actor, part: Part, limit: number, after?: string) {
      permit(PERMISSIONS.tell, actor.role, 'own')
      let { at, skip } = after === undefined ? { at: 0, skip: 0 } : placeOf(after)
      return read(async tx => {
        const names = store(tx).names.filter(each => each.part === part)
        const found: { name: string; row: Held }[] = []
        let next: string | undefined
        for (; at < names.length && next === undefined; at++, skip = 0) {
          const name = names[at]?.name ?? ''
          const left = limit - found.length
          const rows = await store(tx).rows(actor.id, name, left + 1, skip)
          found.push(...rows.slice(0, left).map(row => ({ name, row })))
          if (rows.length > left) next = `${at}-${skip + left}`
        }
        const titles = await store(tx).titles(
          actor.id,
          found.map(({ row }) => row),
        )
        const items: Line[] = found.map(line => ({ ...line, ...titleOf(titles, line.row) }))
        return { items, ...(next !== undefined && { next }) }
      })
    },

    /** By id, what things are called that the rows name. */
    async titles(actor: Actor, told: readonly Told[]): Promise<ReadonlyMap<string, string>> {
      permit(PERMISSIONS.tell, actor.role, 'own')
      const rows = told.flatMap(each => each.rows)
      const found: (readonly [string, string])[] = []
      await read(async tx => {
        for (let from = 0; from < rows.length; from += MANY)
          found.push(...(await store(tx).titles(actor.id, rows.slice(from, from + MANY))))
      })
      return new Map(found)
    },

    /** All of it, for a file; what there is nothing of is left out. */
    async all(actor: Actor): Promise<readonly Told[]> {
      permit(PERMISSIONS.tell, actor.role, 'own')
      return read(async tx => {
        const told: Told[] = []
        for (const { name, part } of store(tx).names) {
          const rows = await allOf(tx, actor.id, name)
          if (rows.length > 0) told.push({ part, name, rows })
        }
        return told.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
      })
    },
  }
}
