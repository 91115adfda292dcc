import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { RoomState, Scene } from './domain.ts'
import type { ScreenTimer } from './timer.ts'
import type { RoomStore } from './usecases.ts'

type Row = Selectable<Tables['room']>

function timerOf({ timer_ends, timer_total, timer_left }: Row): ScreenTimer | undefined {
  if (timer_ends === null || timer_total === null) return undefined
  return { endsAt: timer_ends, total: timer_total, ...(timer_left !== null && { left: timer_left }) }
}

function sceneOf({ scene: kind, words, minutes, item_id, shown_at }: Row): Scene {
  return {
    kind,
    words,
    since: shown_at,
    ...(minutes !== null && { minutes }),
    ...(item_id !== null && { item: item_id }),
  }
}

function roomOf(row: Row): RoomState {
  const timer = timerOf(row)
  return {
    workshop: row.workshop_id,
    version: row.version,
    scene: sceneOf(row),
    ...(timer && { timer }),
    axis: row.axis,
    question: row.question,
    ballot: row.ballot_id,
    item: row.last_item,
    names: row.names === 1,
    frozen: row.frozen === 1,
    reviewed: row.reviewed === 1,
    changedAt: row.changed_at,
    movedIn: JSON.parse(row.moved_in),
    timing: row.timing,
  }
}

function rowOf({ workshop, scene, timer, ...state }: RoomState): Row {
  return {
    workshop_id: workshop,
    version: state.version,
    scene: scene.kind,
    words: scene.words,
    minutes: scene.minutes ?? null,
    item_id: scene.item ?? null,
    shown_at: scene.since,
    axis: state.axis,
    question: state.question,
    ballot_id: state.ballot,
    last_item: state.item,
    names: state.names ? 1 : 0,
    frozen: state.frozen ? 1 : 0,
    reviewed: state.reviewed ? 1 : 0,
    timer_ends: timer?.endsAt ?? null,
    timer_total: timer?.total ?? null,
    timer_left: timer?.left ?? null,
    changed_at: state.changedAt,
    moved_in: JSON.stringify(state.movedIn),
    timing: state.timing,
  }
}

export function roomStore(tx: Tx): RoomStore {
  const db = open(tx)
  const byWorkshop = (id: string) => db.selectFrom('room').selectAll().where('workshop_id', '=', id)
  return {
    async find(workshop) {
      const row = await byWorkshop(workshop).executeTakeFirst()
      return row && roomOf(row)
    },

    async lock(workshop) {
      const row = await lockRow(tx, byWorkshop(workshop)).executeTakeFirst()
      return row && roomOf(row)
    },

    async add(fresh) {
      await db
        .insertInto('room')
        .values(rowOf(fresh))
        .onConflict(on => on.column('workshop_id').doNothing())
        .execute()
    },

    async put(state) {
      const { workshop_id, ...row } = rowOf(state)
      await db.updateTable('room').set(row).where('workshop_id', '=', workshop_id).execute()
    },
  }
}
