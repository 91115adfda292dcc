import { open } from '../../../db/index.ts'
import { kept } from '../../../kernel/personal-data/counts.ts'
import type { SaidHalves } from '../../../kernel/personal-data/step-mean.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { isOnRoll, lockRound, roundOf } from './store.ts'
import type { StepAnswerStore } from './usecases.ts'

/** Answers apart from who gave them, and what is shown of them. */
export function answerStore(tx: Tx): StepAnswerStore {
  const db = open(tx)
  return {
    lock: id => lockRound(tx, id),
    onRoll: (round, person) => isOnRoll(tx, round, person),

    async answer(round, person, given) {
      await db.insertInto('trial_roll').values({ round_id: round, person_id: person }).execute()
      const rows = given.map(({ measure, step }) => ({
        round_id: round,
        measure_id: measure,
        step,
        count: 1,
      }))
      await db
        .insertInto('trial_tally')
        .values(rows)
        .onConflict(known =>
          known
            .columns(['round_id', 'measure_id', 'step'])
            .doUpdateSet(({ ref, eb }) => ({ count: eb(ref('trial_tally.count'), '+', 1) })),
        )
        .execute()
    },

    async open(trials, now) {
      if (trials.length === 0) return []
      const rows = await db
        .selectFrom('trial_round')
        .selectAll()
        .where('trial_id', 'in', trials)
        .where('closed', '=', 0)
        .where('closes_at', '>', now)
        .execute()
      return rows.map(roundOf)
    },

    async answeredAmong(person, rounds) {
      const rows = await db
        .selectFrom('trial_roll')
        .select('round_id')
        .where('round_id', 'in', rounds)
        .where('person_id', '=', person)
        .execute()
      return new Set(rows.map(({ round_id }) => round_id))
    },

    async results(trials) {
      if (trials.length === 0) return []
      const rows = await db
        .selectFrom('trial_round')
        .innerJoin('trial_result', 'trial_result.round_id', 'trial_round.id')
        .select(['number', 'opens_at', 'measure_id', 'said', 'answers'])
        .where('trial_id', 'in', trials)
        .orderBy('trial_id')
        .orderBy('number')
        .execute()
      return rows.map(({ number, opens_at, measure_id, said, answers }) => ({
        number,
        opensAt: opens_at,
        measure: measure_id,
        said: said as SaidHalves,
        answers: kept(answers),
      }))
    },
  }
}
