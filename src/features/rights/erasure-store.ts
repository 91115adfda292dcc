import { type SqlBool, sql } from 'kysely'
import { open } from '../../db/index.ts'
import type { Ids } from '../../kernel/crypto/ids.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { ErasureStore } from './erasure-usecases.ts'
import { type Db, type ErasedPerson, maskStore, standingAlone } from './mask-store.ts'
import { TRACES } from './personal-data-map-store.ts'
import type { PersonalDataColumn } from './personal-data-store.ts'

export function erasureStore(tx: Tx, ids: Pick<Ids, 'next'>): ErasureStore {
  const db = open(tx) as unknown as Db
  const { maskFacts, maskSubjects, stepBack } = maskStore(db, ids)

  /** Condition for a trace's rows of `whom`. */
  function theirs({ column, through, within }: PersonalDataColumn, { id, chat }: ErasedPerson) {
    if (column === 'address') return sql<SqlBool>`${sql.ref(column)} = ${chat} and ${chat} <> ''`
    if (within) return sql<SqlBool>`${sql.ref(column)} like ${`%${id}%`}`
    if (!through) return sql<SqlBool>`${sql.ref(column)} = ${id}`
    const led = sql`select ${sql.ref(through.id)} from ${sql.table(through.table)} where ${sql.ref(through.column)} = ${id}`
    return sql<SqlBool>`${sql.ref(column)} in (${led})`
  }

  /** Deletes rows by keys within a text; verifies each, since `id1` is a prefix of `id10`. */
  async function deleteWithin(trace: PersonalDataColumn, whom: ErasedPerson): Promise<void> {
    const { table, column } = trace
    const rows = await db.selectFrom(table).select(column).where(theirs(trace, whom)).execute()
    const alone = standingAlone(whom.id)
    for (const { [column]: key = '' } of rows)
      if (String(key).search(alone) >= 0) await db.deleteFrom(table).where(column, '=', key).execute()
  }

  /** Pseudonyms: one per value of `column`, the same in all tables. */
  function placeholders() {
    const given = new Map<string, string>()
    return (column: string, value: string): string => {
      const key = `${column} ${value}`
      const id = given.get(key) ?? ids.next()
      given.set(key, id)
      return id
    }
  }

  /** Changes a key that others refer to: inserts a copy, updates the references, deletes the original. */
  async function carry(
    { table, column }: PersonalDataColumn,
    { by, value, child }: { readonly by: string; readonly value: string; readonly child: string },
    { id }: ErasedPerson,
    placeholder: string,
  ): Promise<void> {
    const rows = await db.selectFrom(table).selectAll().where(column, '=', id).where(by, '=', value).execute()
    await db
      .insertInto(table)
      .values(rows.map(row => ({ ...row, [column]: placeholder })))
      .execute()
    const led = db
      .updateTable(child)
      .set({ [column]: placeholder })
      .where(column, '=', id)
    await led.where(by, '=', value).execute()
    await db.deleteFrom(table).where(column, '=', id).where(by, '=', value).execute()
  }

  async function blank(
    trace: PersonalDataColumn,
    { blank: named, set = {}, with: child }: Extract<PersonalDataColumn['fate'], object>,
    whom: ErasedPerson,
    placeholder: (column: string, value: string) => string,
  ): Promise<void> {
    const { table, column } = trace
    const by: string = named
    const rows = await db.selectFrom(table).select(by).distinct().where(column, '=', whom.id).execute()
    for (const row of rows) {
      const value = String(row[by])
      const given = placeholder(by, value)
      if (child) await carry(trace, { by, value, child }, whom, given)
      else
        await db
          .updateTable(table)
          .set({ ...set, [column]: given })
          .where(column, '=', whom.id)
          .where(by, '=', value)
          .execute()
    }
  }

  /** Deletes messages waiting for them. */
  async function dropMessages({ id }: ErasedPerson): Promise<void> {
    const waiting = db.updateTable('message').set({ state: 'dropped' }).where('person_id', '=', id)
    await waiting.where('state', '=', 'waiting').execute()
  }

  return {
    async erase(whom, but = '') {
      const placeholder = placeholders()
      await dropMessages(whom)
      for (const each of TRACES) {
        const { table, column, fate, within } = each
        if (fate === 'kept' || fate === 'fades') continue
        if (table === 'fact') {
          if (column === 'payload') await maskFacts(whom, but)
        } else if (fate === 'mask') await maskSubjects(whom)
        else if (fate === 'before') await stepBack(each, whom)
        else if (fate === 'delete' && within) await deleteWithin(each, whom)
        else if (fate === 'delete') await db.deleteFrom(table).where(theirs(each, whom)).execute()
        else if (fate === 'null')
          await db
            .updateTable(table)
            .set({ [column]: null })
            .where(theirs(each, whom))
            .execute()
        else await blank(each, fate, whom, placeholder)
      }
    },

    async seats(person, now) {
      const rows = await open(tx)
        .selectFrom('registration')
        .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
        .select('workshop.id')
        .where('person_id', '=', person)
        .where('answer', '<>', 'no')
        .where('starts_at', '>', now)
        .orderBy('workshop.id')
        .execute()
      return rows.map(({ id }) => id)
    },

    async takingPart(person) {
      const db = open(tx)
      const joined = db.selectFrom('initiative_member').select('idea_id').where('person_id', '=', person)
      const carried = db.selectFrom('initiative').select('idea_id').where('owner', '=', person)
      return (await joined.union(carried).execute()).map(row => row.idea_id).sort()
    },
  }
}
