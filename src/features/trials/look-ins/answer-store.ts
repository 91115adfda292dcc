import { open } from '../../../db/index.ts'
import { kept } from '../../../kernel/personal-data/counts.ts'
import type { SaidHalves } from '../../../kernel/personal-data/step-mean.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { StepGiven } from './domain.ts'
import { lockRound, roundOf } from './store.ts'
import type { StepAnswerStore } from './usecases.ts'

/** How many gave each step of each question, in the order of both: never in that of people. */
function talliesOf(round: string, given: readonly StepGiven[]) {
  const alike = Map.groupBy(given, ({ measure, step }) => `${measure} ${step}`)
  return [...alike]
    .sort()
    .flatMap(([, [one, ...others]]) =>
      one ? [{ round_id: round, measure_id: one.measure, step: one.step, count: 1 + others.length }] : [],
    )
}

/** Answers apart from who gave them, and what is shown of them. */
export function answerStore(tx: Tx): StepAnswerStore {
  const db = open(tx)
  return {
    lock: id => lockRound(tx, id),
    async rolledAmong(round, people) {
      const rows = await db
        .selectFrom('trial_roll')
        .select('person_id')
        .where('round_id', '=', round)
        .where('person_id', 'in', people)
        .execute()
      return new Set(rows.map(({ person_id }) => person_id))
    },

    async answer(round, people, given) {
      await db
        .insertInto('trial_roll')
        .values(people.map(person => ({ round_id: round, person_id: person })))
        .execute()
      await db
        .insertInto('trial_tally')
        .values(talliesOf(round, given))
        .onConflict(known =>
          known.columns(['round_id', 'measure_id', 'step']).doUpdateSet(({ ref, eb }) => ({
            count: eb(ref('trial_tally.count'), '+', ref('excluded.count')),
          })),
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
