import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { DATA_AROUND } from '../../kernel/personal-data/data-part.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import {
  AROUND,
  type HeldRow,
  isThing,
  lineOf,
  type Naming,
  PARTS,
  type Part,
  type PartCount,
  RIGHTS_PERMISSIONS,
  type TableRows,
} from './domain.ts'

export type AccessStore = {
  /** Tables that are disclosed, in order, with the column that designates the person. */
  readonly names: readonly { readonly name: string; readonly part: Part }[]
  readonly count: (person: string, name: string) => Promise<number>
  /** Number of rows among them that the person withdrew. */
  readonly withdrawn: (person: string, name: string) => Promise<number>
  /** In a stable order. */
  readonly rows: (person: string, name: string, limit: number, skip: number) => Promise<readonly HeldRow[]>
  /** Titles of what the rows refer to, by id, as far as the person may read them. */
  readonly titles: (person: string, rows: readonly HeldRow[]) => Promise<ReadonlyMap<string, string>>
  /** Ballots with points to share out among those that the rows refer to. */
  readonly sharedOut: (rows: readonly HeldRow[]) => Promise<ReadonlySet<string>>
}

type Parts = { readonly store: (tx: Tx) => AccessStore; readonly read: Transact }

export type AccessUsecases = ReturnType<typeof accessUsecases>

/** Rows per statement. */
const MANY = 500

/** @throws Refusal `malformed` */
function placeOf(after: string): { at: number; skip: number } {
  const [, at = '', skip = ''] = /^(\d{1,3})-(\d{1,7})$/.exec(after) ?? []
  if (at === '') throw new Refusal('malformed')
  return { at: Number(at), skip: Number(skip) }
}

/** Right of access: all data about the actor, nothing about others. */
export function accessUsecases({ store, read }: Parts) {
  async function allOf(tx: Tx, person: string, name: string): Promise<readonly HeldRow[]> {
    const rows: HeldRow[] = []
    for (;;) {
      const page = await store(tx).rows(person, name, MANY, rows.length)
      rows.push(...page)
      if (page.length < MANY) return rows
    }
  }

  /** Titles of what the rows refer to, as far as the person may read them. */
  async function namingOf(tx: Tx, person: string, rows: readonly HeldRow[]): Promise<Naming> {
    const { titles, sharedOut } = store(tx)
    return { titles: await titles(person, rows), sharedOut: await sharedOut(rows) }
  }

  return {
    /** Number of rows in each part; empty parts are left out. */
    async counts(actor: Actor): Promise<readonly PartCount[]> {
      permit(RIGHTS_PERMISSIONS.tell, actor.role, 'own')
      const counts = await read(async tx => {
        const { names, count, withdrawn } = store(tx)
        const found: (Pick<TableRows, 'part' | 'name'> & {
          readonly rows: number
          readonly withdrawn: number
        })[] = []
        for (const { name, part } of names) {
          const rows = await count(actor.id, name)
          found.push({ part, name, rows, withdrawn: await withdrawn(actor.id, name) })
        }
        return found
      })
      const sum = (rows: typeof counts) => rows.reduce((all, each) => all + each.rows, 0)
      const back = (rows: typeof counts) => {
        const withdrawn = rows.reduce((all, each) => all + each.withdrawn, 0)
        return withdrawn > 0 ? { withdrawn } : {}
      }
      return PARTS.flatMap(part => {
        const own = counts.filter(each => each.part === part)
        const things = own.filter(({ name }) => isThing(part, name))
        const count = sum(things)
        const around = DATA_AROUND.flatMap(kind => {
          const some = own.filter(({ name }) => AROUND[name] === kind)
          return sum(some) > 0 ? [{ kind, count: sum(some), ...back(some) }] : []
        })
        const rest = around.reduce((left, each) => left - each.count, sum(own) - count)
        return sum(own) > 0 ? [{ part, count, ...back(things), around, rest }] : []
      })
    },

    /** A page of one part. `after`: what the page before gave as `next`. @throws Refusal `malformed` */
    async lines(actor: Actor, part: Part, limit: number, after?: string) {
      permit(RIGHTS_PERMISSIONS.tell, actor.role, 'own')
      let { at, skip } = after === undefined ? { at: 0, skip: 0 } : placeOf(after)
      return read(async tx => {
        const names = store(tx).names.filter(each => each.part === part)
        const found: { name: string; row: HeldRow }[] = []
        let next: string | undefined
        for (; at < names.length && next === undefined; at++, skip = 0) {
          const name = names[at]?.name ?? ''
          const left = limit - found.length
          const rows = await store(tx).rows(actor.id, name, left + 1, skip)
          found.push(...rows.slice(0, left).map(row => ({ name, row })))
          if (rows.length > left) next = `${at}-${skip + left}`
        }
        const naming = await namingOf(
          tx,
          actor.id,
          found.map(({ row }) => row),
        )
        const items = found.map(({ name, row }) => lineOf(naming, name, row))
        return { items, ...(next !== undefined && { next }) }
      })
    },

    /** Titles for the rows of a file. */
    async naming(actor: Actor, held: readonly TableRows[]): Promise<Naming> {
      permit(RIGHTS_PERMISSIONS.tell, actor.role, 'own')
      const rows = held.flatMap(each => each.rows)
      const [titles, sharedOut] = [new Map<string, string>(), new Set<string>()]
      await read(async tx => {
        for (let from = 0; from < rows.length; from += MANY) {
          const found = await namingOf(tx, actor.id, rows.slice(from, from + MANY))
          for (const [id, title] of found.titles) titles.set(id, title)
          for (const id of found.sharedOut) sharedOut.add(id)
        }
      })
      return { titles, sharedOut }
    },

    /** All rows, for a file; empty tables are left out. */
    async all(actor: Actor): Promise<readonly TableRows[]> {
      permit(RIGHTS_PERMISSIONS.tell, actor.role, 'own')
      return read(async tx => {
        const held: TableRows[] = []
        for (const { name, part } of store(tx).names) {
          const rows = await allOf(tx, actor.id, name)
          if (rows.length > 0) held.push({ part, name, rows })
        }
        return held.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part))
      })
    },
  }
}
