import type { Selectable } from 'kysely'
import { open } from '../../db/index.ts'
import type { Tables } from '../../db/tables/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { AuditEntry, JournalFilter } from './domain.ts'
import type { AuditStore } from './usecases.ts'

function entryOf({ refused, ...row }: Selectable<Tables['audit']>): AuditEntry {
  return { ...row, ...(refused !== null && { refused }) }
}

export function auditStore(tx: Tx): AuditStore {
  const db = open(tx)
  const filtered = ({ act, role, refused, from, until }: JournalFilter) =>
    db
      .selectFrom('audit')
      .$if(act !== undefined, query => query.where('act', '=', act ?? ''))
      .$if(role !== undefined, query => query.where('role', '=', role ?? 'agent'))
      .$if(refused === true, query => query.where('refused', 'is not', null))
      .$if(from !== undefined, query => query.where('at', '>=', from ?? 0))
      .$if(until !== undefined, query => query.where('at', '<', until ?? 0))
  return {
    async add(entry) {
      await db
        .insertInto('audit')
        .values({ refused: null, ...entry })
        .execute()
    },
    async pseudonym(person, fresh) {
      await db
        .insertInto('audit_person')
        .values({ person_id: person, who: fresh })
        .onConflict(known => known.column('person_id').doNothing())
        .execute()
      const query = db.selectFrom('audit_person').select('who').where('person_id', '=', person)
      return (await query.executeTakeFirstOrThrow()).who
    },
    async lastAt(act, until) {
      const acts = db.selectFrom('audit').select('at').where('act', '=', act).where('at', '<=', until)
      return (await acts.orderBy('at', 'desc').limit(1).executeTakeFirst())?.at
    },
    async lastOf(act, thing) {
      const about = filtered({ act }).selectAll().where('thing', '=', thing)
      const row = await about.orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row && entryOf(row)
    },
    async count(filter) {
      const counted = filtered(filter).select(({ fn }) => fn.countAll<number>().as('count'))
      return Number((await counted.executeTakeFirstOrThrow()).count)
    },
    async newest(filter, limit, after) {
      const rows = await filtered(filter)
        .selectAll()
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(entryOf)
    },
  }
}
