import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import { STEPS } from '../../../kernel/personal-data/step-mean.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { LookInRound, MeasureTally } from './domain.ts'
import type { NumberStore } from './reminder-usecases.ts'
import type { RoundStore } from './rounds-usecases.ts'

export function roundOf(row: Selectable<Tables['trial_round']>): LookInRound {
  return {
    id: row.id,
    trial: row.trial_id,
    number: row.number,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    closed: row.closed === 1,
  }
}

export async function isOnRoll(tx: Tx, round: string, person: string): Promise<boolean> {
  const row = await open(tx)
    .selectFrom('trial_roll')
    .select('person_id')
    .where('round_id', '=', round)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

export async function lockRound(tx: Tx, id: string): Promise<LookInRound | undefined> {
  const found = open(tx).selectFrom('trial_round').selectAll().where('id', '=', id)
  const row = await lockRow(tx, found).executeTakeFirst()
  return row && roundOf(row)
}

/** Rounds of a trial, who is asked, and what is left of it. */
export function roundStore(tx: Tx): RoundStore {
  const db = open(tx)
  const all = () => db.selectFrom('trial_round').selectAll()

  return {
    async add({ id, trial, number, opensAt, closesAt }) {
      const row = { id, trial_id: trial, number, opens_at: opensAt, closes_at: closesAt, closed: 0 as const }
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('trial_round')
        .values(row)
        .onConflict(known => known.columns(['trial_id', 'number']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows > 0n
    },

    async find(id) {
      const row = await all().where('id', '=', id).executeTakeFirst()
      return row && roundOf(row)
    },

    lock: id => lockRound(tx, id),

    async numbered(trial, number) {
      const row = await all().where('trial_id', '=', trial).where('number', '=', number).executeTakeFirst()
      return row && roundOf(row)
    },

    async unclosed(trial) {
      const row = await all()
        .where('trial_id', '=', trial)
        .where('closed', '=', 0)
        .orderBy('number')
        .executeTakeFirst()
      return row && roundOf(row)
    },

    async move(id, closesAt) {
      await db.updateTable('trial_round').set({ closes_at: closesAt }).where('id', '=', id).execute()
    },

    async remove(id) {
      await db.deleteFrom('trial_round').where('id', '=', id).execute()
    },

    onRoll: (round, person) => isOnRoll(tx, round, person),

    async tallies(round) {
      const rows = await db.selectFrom('trial_tally').selectAll().where('round_id', '=', round).execute()
      const byMeasure = Map.groupBy(rows, ({ measure_id }) => measure_id)
      return [...byMeasure].map(
        ([measure, counted]): MeasureTally => ({
          measure,
          counts: STEPS.map(step => counted.find(each => each.step === step)?.count ?? 0),
        }),
      )
    },

    async close(round, results) {
      await db.deleteFrom('trial_roll').where('round_id', '=', round).execute()
      await db.deleteFrom('trial_tally').where('round_id', '=', round).execute()
      await db.updateTable('trial_round').set({ closed: 1 }).where('id', '=', round).execute()
      if (results.length === 0) return
      const rows = results.map(({ measure, said, answers }) => ({
        round_id: round,
        measure_id: measure,
        said,
        answers,
      }))
      await db.insertInto('trial_result').values(rows).execute()
    },
  }
}

export function numberStore(tx: Tx): NumberStore {
  return {
    async lastTyped(measures) {
      const rows = await open(tx)
        .selectFrom('trial_reading')
        .select(({ fn }) => ['measure_id', fn.max('day').as('day')])
        .where('measure_id', 'in', measures)
        .where('start', '=', 0)
        .groupBy('measure_id')
        .execute()
      return new Map(rows.map(({ measure_id, day }) => [measure_id, day]))
    },
  }
}
