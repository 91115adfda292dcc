import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { CODE_LIFE, type ScreenPairing } from './domain.ts'
import type { HeldKey, PairingStore } from './usecases.ts'

type Row = Selectable<Tables['screen']>
type HeldRow = Pick<Row, 'id' | 'workshop_id' | 'paired_by' | 'paired_at' | 'expires_at'> & {
  readonly state: string
}

function confirmedOf(row: Pick<HeldRow, 'workshop_id' | 'paired_by' | 'paired_at' | 'expires_at'>) {
  return { workshop: row.workshop_id, by: row.paired_by, at: row.paired_at, expiresAt: row.expires_at }
}

function heldOf(row: HeldRow): HeldKey {
  return { id: row.id, ...confirmedOf(row), stands: row.state === 'announced' }
}

export function pairingStore(tx: Tx): PairingStore {
  const db = open(tx)

  const codes = (hash: string) =>
    db.selectFrom('screen_pairing').selectAll().where('code_hash', '=', hash).limit(1)

  async function pairingOf(row: Selectable<Tables['screen_pairing']>): Promise<ScreenPairing> {
    const screen = await db.selectFrom('screen').selectAll().where('id', '=', row.id).executeTakeFirst()
    return {
      id: row.id,
      codeHash: row.code_hash,
      secretHash: row.secret_hash,
      openUntil: row.open_until,
      ...(screen && { confirmed: confirmedOf(screen) }),
    }
  }

  const screens = (now: number) =>
    db
      .selectFrom('screen')
      .innerJoin('workshop', 'workshop.id', 'screen.workshop_id')
      .select([
        'screen.id',
        'screen.workshop_id',
        'screen.paired_by',
        'screen.paired_at',
        'screen.expires_at',
        'workshop.state',
      ])
      .where('screen.expires_at', '>', now)

  return {
    async add({ id, codeHash, secretHash, openUntil }) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('screen_pairing')
        .values({ id, code_hash: codeHash, secret_hash: secretHash, open_until: openUntil })
        .onConflict(on => on.column('code_hash').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows > 0n
    },

    async forget(now) {
      await db.deleteFrom('screen_pairing').where('open_until', '<=', now).execute()
      await db.deleteFrom('screen').where('expires_at', '<=', now).execute()
    },

    async countOpen(now) {
      const { count } = await db
        .selectFrom('screen_pairing')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('open_until', '>', now)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async byCode(hash) {
      const row = await codes(hash).executeTakeFirst()
      return row && pairingOf(row)
    },

    async lockByCode(hash) {
      const row = await lockRow(tx, codes(hash)).executeTakeFirst()
      return row && pairingOf(row)
    },

    async confirm(id, { workshop, by, at, expiresAt }, openUntil) {
      await db
        .insertInto('screen')
        .values({ id, workshop_id: workshop, paired_by: by, paired_at: at, expires_at: expiresAt })
        .execute()
      await db.updateTable('screen_pairing').set({ open_until: openUntil }).where('id', '=', id).execute()
    },

    async keep(id, keyHash) {
      await db
        .updateTable('screen')
        .set({ key_hash: keyHash })
        .where('id', '=', id)
        .where('key_hash', 'is', null)
        .execute()
    },

    async byKey(hash, now) {
      const row = await screens(now).where('screen.key_hash', '=', hash).executeTakeFirst()
      return row && heldOf(row)
    },

    async held(ids, now) {
      if (ids.length === 0) return []
      const rows = await screens(now).where('screen.id', 'in', ids).execute()
      return rows.map(heldOf)
    },

    async ofWorkshop(workshop, now) {
      const rows = await screens(now)
        .where('screen.workshop_id', '=', workshop)
        // One that never fetched its key shows another code by now.
        .where(({ or, eb }) =>
          or([eb('screen.key_hash', 'is not', null), eb('screen.paired_at', '>', now - CODE_LIFE)]),
        )
        .orderBy('screen.paired_at')
        .orderBy('screen.id')
        .limit(50)
        .execute()
      return rows.map(heldOf)
    },

    async remove(workshop, id) {
      const { numDeletedRows } = await db
        .deleteFrom('screen')
        .where('id', '=', id)
        .where('workshop_id', '=', workshop)
        .executeTakeFirst()
      if (numDeletedRows === 0n) return false
      await db.deleteFrom('screen_pairing').where('id', '=', id).execute()
      return true
    },
  }
}
