import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Ids } from '../../kernel/crypto/ids.ts'
import type { PersonalDataColumn } from './personal-data-store.ts'

type Row = Readonly<Record<string, string | number | null>>
export type Db = Kysely<Record<string, Row>>

/** The person before the erasure. */
export type ErasedPerson = { readonly id: string; readonly chat: string }

/** The id as a whole word in a text. */
export function standingAlone(id: string): RegExp {
  return new RegExp(`(?<![\\w-])${id.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'g')
}

/** The greatest person id below `id`: a cursor replaced by it continues at the same place. */
async function before(db: Db, id: string): Promise<string> {
  const found = db.selectFrom('person').select('id').where('id', '<', id).orderBy('id', 'desc').limit(1)
  return String((await found.executeTakeFirst())?.id ?? '')
}

/** Replaces the person in texts that are kept, by a pseudonym, or in cursors by the id before. */
export function maskStore(db: Db, ids: Pick<Ids, 'next'>) {
  /** Deletes finished facts; pending ones concern others too, and get a pseudonym or nobody. */
  async function maskFacts({ id, chat }: ErasedPerson, but: string): Promise<void> {
    const [alone, there, unknown] = [standingAlone(id), await before(db, id), ids.next()]
    const like = (text: string) => sql<SqlBool>`payload like ${`%${text}%`}`
    const rows = await db
      .selectFrom('fact')
      .select(['id', 'kind', 'payload', 'merge_key', 'state'])
      .where(({ or }) =>
        or([like(id), sql<SqlBool>`merge_key like ${`%${id}%`}`, ...(chat === '' ? [] : [like(chat)])]),
      )
      .execute()
    for (const { id: fact, kind, payload, merge_key: key, state } of rows) {
      if (kind === but) continue
      const text = String(payload)
      const named = [text, String(key ?? '')].some(each => each.search(alone) >= 0)
      const at = chat !== '' && text.includes(chat)
      if (!named && !at) continue
      const gone = at || state === 'done' || state === 'dead' || kind === 'rights.erase'
      if (gone) await db.deleteFrom('fact').where('id', '=', fact).execute()
      else {
        const masked = {
          payload: text
            .replace(/"after":"[^"]*"/g, after => after.replace(alone, there))
            .replace(alone, unknown),
          merge_key: key === null ? null : String(key).replace(alone, unknown),
        }
        await db.updateTable('fact').set(masked).where('id', '=', fact).execute()
      }
    }
  }

  async function maskSubjects({ id }: ErasedPerson): Promise<void> {
    const found = db.selectFrom('message').select(['id', 'subject'])
    const rows = await found.where(sql<SqlBool>`subject like ${`%${id}%`}`).execute()
    for (const row of rows) {
      const subject = String(row.subject).replace(standingAlone(id), ids.next())
      await db
        .updateTable('message')
        .set({ subject })
        .where('id', '=', row.id ?? '')
        .execute()
    }
  }

  async function stepBack({ table, column }: PersonalDataColumn, { id }: ErasedPerson): Promise<void> {
    const there = await before(db, id)
    await db
      .updateTable(table)
      .set({ [column]: there })
      .where(column, '=', id)
      .execute()
  }

  return { maskFacts, maskSubjects, stepBack }
}
