import { open } from '../../../db/index.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Testers of before who can still be named. */
function namedTesters(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('trial_tester')
    .innerJoin('person', 'person.id', 'trial_tester.person_id')
    .where('trial_tester.joined_at', '<', before)
}

/** Trials of before of which it is known who planned or decided them. */
function namedTrials(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('trial')
    .where('created_at', '<', before)
    .where(({ or, eb }) => or([eb('planned_by', 'is not', null), eb('decided_by', 'is not', null)]))
}

/** Measures of trials of before of which it is known who typed a number. */
function typedMeasures(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('trial_measure')
    .innerJoin('trial', 'trial.id', 'trial_measure.trial_id')
    .where('trial.created_at', '<', before)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('trial_reading')
          .select('trial_reading.day')
          .whereRef('trial_reading.measure_id', '=', 'trial_measure.id')
          .where('typed_by', 'is not', null),
      ),
    )
}

/**
 * What was tried stays, with how many tried it, what was typed and decided; nobody stands behind it any more: each tester has
 * a random id of its own instead.
 */
export function trialNames(ids: Pick<Ids, 'next'>): Pick<Expiry, 'count' | 'erase'> {
  async function unnameTesters(tx: Tx, before: number, limit: number): Promise<number> {
    const rows = await namedTesters(tx, before)
      .select(['trial_tester.trial_id', 'trial_tester.person_id'])
      .orderBy('trial_tester.trial_id')
      .limit(limit)
      .execute()
    for (const { trial_id, person_id } of rows)
      await open(tx)
        .updateTable('trial_tester')
        .set({ person_id: ids.next() })
        .where('trial_id', '=', trial_id)
        .where('person_id', '=', person_id)
        .execute()
    return rows.length
  }

  async function unnameTrials(tx: Tx, before: number, limit: number): Promise<number> {
    const rows = await namedTrials(tx, before).select('id').orderBy('id').limit(limit).execute()
    const found = rows.map(({ id }) => id)
    if (found.length > 0)
      await open(tx)
        .updateTable('trial')
        .set({ planned_by: null, decided_by: null })
        .where('id', 'in', found)
        .execute()
    return found.length
  }

  async function unnameReadings(tx: Tx, before: number, limit: number): Promise<number> {
    const measures = typedMeasures(tx, before).select('trial_measure.id').orderBy('trial_measure.id')
    const found = (await measures.limit(limit).execute()).map(({ id }) => id)
    if (found.length > 0)
      await open(tx)
        .updateTable('trial_reading')
        .set({ typed_by: null })
        .where('measure_id', 'in', found)
        .execute()
    return found.length
  }

  return {
    async count(tx, before) {
      const testers = namedTesters(tx, before).select(({ fn }) => fn.countAll<number>().as('count'))
      const trials = namedTrials(tx, before).select(({ fn }) => fn.countAll<number>().as('count'))
      const readings = typedMeasures(tx, before).select(({ fn }) => fn.countAll<number>().as('count'))
      const rows = [
        await testers.executeTakeFirstOrThrow(),
        await trials.executeTakeFirstOrThrow(),
        await readings.executeTakeFirstOrThrow(),
      ]
      return rows.reduce((all, { count }) => all + Number(count), 0)
    },

    async erase(tx, before, limit) {
      let erased = 0
      for (const unname of [unnameTesters, unnameTrials, unnameReadings])
        if (erased < limit) erased += await unname(tx, before, limit - erased)
      return erased
    },
  }
}
