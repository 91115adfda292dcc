import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { AccessStore } from './access-usecases.ts'
import type { HeldRow, Part } from './domain.ts'
import { TRACES } from './personal-data-map-store.ts'
import type { PersonalDataColumn } from './personal-data-store.ts'

type Db = Kysely<Record<string, HeldRow>>

type Said = PersonalDataColumn & {
  readonly told: { readonly part: Part; readonly columns: readonly string[] }
}

const isDisclosed = (each: PersonalDataColumn): each is Said => 'part' in each.told

/** Disclosed columns in order: the account first, which an erasure takes last. */
const DISCLOSED = TRACES.filter(isDisclosed).toReversed()

const toldBy = (name: string) => DISCLOSED.find(({ table, column }) => name === `${table}.${column}`)

/** Condition for a trace's rows of the person. */
function theirs({ column, through, within }: PersonalDataColumn, person: string) {
  if (within) return sql<SqlBool>`${sql.ref(column)} like ${`%:${person}:%`}`
  if (!through) return sql<SqlBool>`${sql.ref(column)} = ${person}`
  const led = sql`select ${sql.ref(through.id)} from ${sql.table(through.table)} where ${sql.ref(through.column)} = ${person}`
  return sql<SqlBool>`${sql.ref(column)} in (${led})`
}

const TITLED = {
  workshop_id: { table: 'workshop', id: 'id', title: 'title' },
  ballot_id: { table: 'ballot', id: 'id', title: 'question' },
  option_id: { table: 'ballot_option', id: 'id', title: 'title' },
} as const

/** Condition for withdrawn rows, and since when; for an idea only its thread says so. */
const WITHDRAWN: Readonly<Record<string, RawBuilder<SqlBool>>> = {
  'idea.author': sql<SqlBool>`state = 'withdrawn'`,
  'idea_comment.author': sql<SqlBool>`withdrawn_at is not null`,
}
const WITHDRAWN_AT = sql<number | null>`(
  select max(event.at) from event
  where event.thing = 'idea' and event.thing_id = idea.id and event.kind = 'withdrawn'
)`

export function accessStore(tx: Tx): AccessStore {
  const db = open(tx) as unknown as Db
  const from = (each: Said, person: string) => db.selectFrom(each.table).where(theirs(each, person))

  const countOf = async (each: Said, person: string, which: RawBuilder<SqlBool>) => {
    const counted = from(each, person).where(which)
    const { count } = await counted
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }

  /** Titles of ideas that anybody may read, and of the person's own. */
  async function ideaTitles(person: string, ids: readonly string[]) {
    const rows = await open(tx)
      .selectFrom('idea')
      .select(['id', 'text'])
      .where('id', 'in', ids)
      .where(({ or, and, eb }) =>
        or([and([eb('state', '<>', 'withdrawn'), eb('hidden_at', 'is', null)]), eb('author', '=', person)]),
      )
      .execute()
    return rows.map(({ id, text }) => [id, text] as const)
  }

  /** What is tried or looked at, of initiatives that anybody may read. */
  async function trialTitles(rows: readonly HeldRow[]): Promise<readonly (readonly [string, string])[]> {
    const idsIn = (column: string) => [...new Set(rows.flatMap(({ [column]: id }) => id ?? []).map(String))]
    const [trials, measures] = [idsIn('trial_id'), idsIn('measure_id')]
    const shown = open(tx)
      .selectFrom('trial')
      .innerJoin('idea', 'idea.id', 'trial.idea_id')
      .where('idea.hidden_at', 'is', null)
    const tried =
      trials.length === 0
        ? []
        : await shown.select(['trial.id', 'if_text']).where('trial.id', 'in', trials).execute()
    const lookedAt =
      measures.length === 0
        ? []
        : await shown
            .innerJoin('trial_measure', 'trial_measure.trial_id', 'trial.id')
            .select(['trial_measure.id', 'trial_measure.text'])
            .where('trial_measure.id', 'in', measures)
            .execute()
    return [
      ...tried.map(({ id, if_text }) => [id, if_text] as const),
      ...lookedAt.map(({ id, text }) => [id, text] as const),
    ]
  }

  return {
    names: DISCLOSED.map(({ table, column, told }) => ({ name: `${table}.${column}`, part: told.part })),

    async count(person, name) {
      const each = toldBy(name)
      return each ? countOf(each, person, sql<SqlBool>`1 = 1`) : 0
    },

    async withdrawn(person, name) {
      const [each, which] = [toldBy(name), WITHDRAWN[name]]
      return each && which ? countOf(each, person, which) : 0
    },

    async rows(person, name, limit, skip) {
      const each = toldBy(name)
      if (!each) return []
      const { columns } = each.told
      const ordered = columns.reduce(
        (query, column) => query.orderBy(column),
        from(each, person).select(columns as string[]),
      )
      const page = ordered.limit(limit).offset(skip)
      return (name === 'idea.author' ? page.select(WITHDRAWN_AT.as('withdrawn_at')) : page).execute()
    },

    async sharedOut(rows) {
      const ids = rows.flatMap(({ ballot_id, option_id }) => (option_id ? (ballot_id ?? []) : [])).map(String)
      if (ids.length === 0) return new Set()
      const dots = open(tx).selectFrom('ballot').select('id').where('kind', '=', 'dots')
      const found = await dots.where('id', 'in', [...new Set(ids)]).execute()
      return new Set(found.map(({ id }) => id))
    },

    async titles(person, rows) {
      const found = new Map<string, string>()
      for (const [column, { table, id, title }] of Object.entries(TITLED)) {
        const ids = [...new Set(rows.flatMap(({ [column]: value }) => value ?? []).map(String))]
        if (ids.length === 0) continue
        const titled = db.selectFrom(table).select([id, title]).where(id, 'in', ids)
        for (const row of await titled.execute()) found.set(String(row[id]), String(row[title]))
      }
      for (const [id, title] of await trialTitles(rows)) found.set(id, title)
      const ideas = rows.flatMap(({ idea_id, thing_id, from_id }) => idea_id ?? thing_id ?? from_id ?? [])
      if (ideas.length === 0) return found
      for (const [id, text] of await ideaTitles(person, [...new Set(ideas.map(String))])) found.set(id, text)
      return found
    },
  }
}
