import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { WaitingStore } from './usecases.ts'

/** Trials that nobody decided yet, of initiatives that everybody may read. */
function openTrials(tx: Tx) {
  return open(tx)
    .selectFrom('trial')
    .innerJoin('initiative', 'initiative.idea_id', 'trial.idea_id')
    .innerJoin('idea', 'idea.id', 'trial.idea_id')
    .select(['trial.id', 'trial.idea_id as initiative', 'initiative.title'])
    .where('trial.decided_at', 'is', null)
    .where('idea.state', '=', sql.lit<'initiative'>('initiative'))
    .where('idea.hidden_at', 'is', null)
}

export function waitingStore(tx: Tx): WaitingStore {
  return {
    lookIns: (person, now, limit) =>
      openTrials(tx)
        .innerJoin('trial_tester', 'trial_tester.trial_id', 'trial.id')
        .innerJoin('trial_round', 'trial_round.trial_id', 'trial.id')
        .select('trial_round.closes_at as closesAt')
        .where('trial_tester.person_id', '=', person)
        .where('trial_round.closed', '=', 0)
        .where('trial_round.closes_at', '>', now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('trial_roll')
                .select('trial_roll.person_id')
                .whereRef('trial_roll.round_id', '=', 'trial_round.id')
                .where('trial_roll.person_id', '=', person),
            ),
          ),
        )
        .orderBy('trial_round.closes_at')
        .orderBy('trial.id')
        .limit(limit)
        .execute(),

    carried: (person, today, limit) =>
      openTrials(tx)
        .innerJoin('initiative_member', 'initiative_member.idea_id', 'initiative.idea_id')
        .where('initiative_member.person_id', '=', person)
        .where('initiative.owner', '=', person)
        .where('trial.from_day', '<=', today)
        .orderBy('trial.until_day')
        .orderBy('trial.id')
        .limit(limit)
        .execute(),

    async within(directions, limit) {
      const rows = await openTrials(tx)
        .select('trial.directions')
        .where('initiative.trial', '=', sql.lit<'running'>('running'))
        .orderBy('initiative.created_at', 'desc')
        .orderBy('initiative.idea_id', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap(({ directions: json, ...trial }) => {
        const places: readonly string[] = JSON.parse(json)
        return places.some(place => directions.includes(place)) ? [trial] : []
      })
    },
  }
}
