import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { NextStep } from './domain.ts'
import type { DueCursor, NextStepStore } from './rows.ts'

type Row = Selectable<Tables['next_step']>

/** On one page of subjects; of somebody who leaves. */
const MANY = 500
/** What one person says is done within ten minutes. */
const FEW = 20

function stepOf(row: Row): NextStep {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    text: row.text,
    due: row.due,
    firstDue: row.first_due,
    state: row.state,
    turn: row.turn,
    at: row.created_at,
    ...(row.direction !== null && { direction: row.direction }),
    ...(row.for_initiative === 1 && { forInitiative: true as const }),
    ...(row.asker !== null && { asker: row.asker }),
    ...(row.holder !== null && { holder: row.holder }),
    ...(row.asked !== null && { asked: row.asked }),
    ...(row.named === 1 && { named: true as const }),
    ...(row.word !== null && { word: row.word }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.late_at !== null && { lateAt: row.late_at }),
    ...(row.recalled_at !== null && { recalledAt: row.recalled_at }),
    ...(row.told_at !== null && { toldAt: row.told_at }),
  }
}

function rowOf(step: NextStep): Row {
  return {
    id: step.id,
    subject_kind: step.subject.kind,
    subject_id: step.subject.id,
    text: step.text,
    due: step.due,
    first_due: step.firstDue,
    direction: step.direction ?? null,
    for_initiative: step.forInitiative ? 1 : 0,
    state: step.state,
    asker: step.asker ?? null,
    holder: step.holder ?? null,
    asked: step.asked ?? null,
    named: step.named ? 1 : 0,
    word: step.word ?? null,
    turn: step.turn,
    created_at: step.at,
    ended_at: step.endedAt ?? null,
    late_at: step.lateAt ?? null,
    recalled_at: step.recalledAt ?? null,
    told_at: step.toldAt ?? null,
  }
}

export function nextStepStore(tx: Tx): NextStepStore {
  const db = open(tx)
  const all = () => db.selectFrom('next_step').selectAll()
  const byId = (id: string) => all().where('id', '=', id)
  /** Soonest first, from just after `after`. */
  const byDue = (limit: number, after?: DueCursor) =>
    all()
      .$if(after !== undefined, query =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('due', 'id'), '>', tuple(after?.due ?? '', after?.id ?? '')),
        ),
      )
      .orderBy('due')
      .orderBy('id')
      .limit(limit)

  return {
    async add(step) {
      await db.insertInto('next_step').values(rowOf(step)).execute()
    },

    async find(id) {
      const row = await byId(id).executeTakeFirst()
      return row && stepOf(row)
    },

    async lock(id) {
      const row = await lockRow(tx, byId(id)).executeTakeFirst()
      return row && stepOf(row)
    },

    async change(step) {
      const { id, ...columns } = rowOf(step)
      await db.updateTable('next_step').set(columns).where('id', '=', id).execute()
    },

    async remove(id) {
      await db.deleteFrom('next_step').where('id', '=', id).execute()
    },

    async on(kind, subjects) {
      if (subjects.length === 0) return []
      const rows = await all()
        .where('subject_kind', '=', kind)
        .where('subject_id', 'in', subjects)
        .orderBy('created_at')
        .orderBy('id')
        .limit(MANY)
        .execute()
      return rows.map(stepOf)
    },

    async ofPerson(column, person, states, limit, after) {
      const rows = await byDue(limit, after).where(column, '=', person).where('state', 'in', states).execute()
      return rows.map(stepOf)
    },

    async keptSince(holder, since) {
      const rows = await byDue(FEW)
        .where('holder', '=', holder)
        .where('state', '=', 'kept')
        .where('ended_at', '>', since)
        .execute()
      return rows.map(stepOf)
    },

    async late(direction, today, limit, after) {
      const rows = await byDue(limit, after)
        .where('direction', direction === undefined ? 'is' : '=', direction ?? null)
        .where('state', '=', 'promised')
        .where('due', '<', today)
        .execute()
      return rows.map(stepOf)
    },

    async touching(person) {
      const rows = await all()
        .where(({ eb, or }) =>
          or([eb('asker', '=', person), eb('holder', '=', person), eb('asked', '=', person)]),
        )
        .orderBy('id')
        .limit(MANY)
        .execute()
      return rows.map(stepOf)
    },
  }
}
