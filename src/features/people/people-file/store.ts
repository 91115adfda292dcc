import type { Selectable } from 'kysely'
import { open } from '../../../db/index.ts'
import type { PeopleTables } from '../../../db/tables/people.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { ListedRole } from '../person/domain.ts'
import { personOf } from '../person/store.ts'
import type { Expected } from './difference.ts'
import type { PeopleFileStore } from './usecases.ts'

/** Rows per statement: well below the limit of bound parameters of either engine. */
const CHUNK = 500

function chunksOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) =>
    all.slice(at * CHUNK, (at + 1) * CHUNK),
  )
}

/** Canonical text, for comparison. */
function textOf({ role, leads, deputy, direction }: ListedRole): string {
  return JSON.stringify({ role, leads, deputy, ...(direction !== undefined && { direction }) })
}

function expectedOf({ email, name, listed }: Selectable<PeopleTables['expected_person']>): Expected {
  return { email, name, listed: JSON.parse(listed) as ListedRole }
}

export function peopleFileStore(tx: Tx): PeopleFileStore {
  const db = open(tx)
  return {
    async people(key) {
      const rows = await db
        .selectFrom('known_mail')
        .innerJoin('person', 'person.id', 'known_mail.person_id')
        .selectAll('person')
        .select('known_mail.hash')
        .where('known_mail.key', '=', key)
        .execute()
      return rows.map(({ hash, ...row }) => ({ hash, person: personOf(row) }))
    },
    async expected() {
      return (await db.selectFrom('expected_person').selectAll().execute()).map(expectedOf)
    },
    async awaitedPilots(limit) {
      const rows = db.selectFrom('expected_person').selectAll().where('role', '=', 'pilot')
      return (await rows.orderBy('email').limit(limit).execute()).map(expectedOf)
    },
    async expectsAnybody() {
      return (
        (await db.selectFrom('expected_person').select('email').limit(1).executeTakeFirst()) !== undefined
      )
    },
    async expectedAmong(mails) {
      const found = new Set<string>()
      for (const chunk of chunksOf(mails)) {
        const query = db.selectFrom('expected_person').select('email').where('email', 'in', chunk)
        for (const { email } of await query.execute()) found.add(email)
      }
      return found
    },
    async takeExpected(mails) {
      const gone = db.deleteFrom('expected_person').where('email', 'in', mails)
      return (await gone.returningAll().execute()).map(expectedOf)
    },
    async expect(people, at) {
      for (const chunk of chunksOf(people)) {
        const rows = chunk.map(({ email, name, listed }) => ({
          email,
          name,
          listed: textOf(listed),
          direction: listed.direction ?? null,
          since: at,
          role: listed.role === 'pilot' ? ('pilot' as const) : null,
        }))
        await db
          .insertInto('expected_person')
          .values(rows)
          .onConflict(known =>
            known.column('email').doUpdateSet(eb => ({
              name: eb.ref('excluded.name'),
              listed: eb.ref('excluded.listed'),
              direction: eb.ref('excluded.direction'),
              role: eb.ref('excluded.role'),
            })),
          )
          .execute()
      }
    },
    async forgetExpected(mails) {
      for (const chunk of chunksOf(mails))
        await db.deleteFrom('expected_person').where('email', 'in', chunk).execute()
    },
    async list(id, listed) {
      const said = listed ? textOf(listed) : null
      await db.updateTable('person').set({ listed: said }).where('id', '=', id).execute()
    },
    async keepHashes(person, key, hashes) {
      if (hashes.length === 0) return
      const rows = hashes.map(hash => ({ hash, key, person_id: person }))
      await db
        .insertInto('known_mail')
        .values(rows)
        .onConflict(known => known.column('hash').doNothing())
        .execute()
    },
    async forgetOtherKeys(key) {
      const others = db.selectFrom('known_mail').select('person_id').where('key', '<>', key)
      await db.updateTable('person').set({ mail_state: null }).where('id', 'in', others).execute()
      await db.deleteFrom('known_mail').where('key', '<>', key).execute()
    },
  }
}
