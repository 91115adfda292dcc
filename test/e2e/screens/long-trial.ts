import { open } from '../../../src/db/index.ts'
import { trialStore } from '../../../src/features/trials/trial/store.ts'
import type { TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import { NOW, type Site } from '../site.ts'

const DAY = 86_400_000

/** `YYYY-MM-DD`, that many days from the scene's own. */
export const day = (days: number) => new Date(NOW + days * DAY).toISOString().slice(0, 10)

/** Its first day lies that many days back, as if it had been planned then. */
export async function moveBack({ stage }: Site, trial: string, days: number, until: string): Promise<void> {
  await stage.app.database.transact(async tx => {
    const store = trialStore(tx)
    const found = await store.find(trial)
    if (found) await store.change({ ...found, from: day(-days), until })
  })
}

/** A month of numbers that fall, and two rounds of answers, as if they had been closed then. */
export async function lookBack({ stage }: Site, { id, measures }: TrialView, days: number): Promise<void> {
  const [number, question] = measures
  await stage.app.database.transact(async tx => {
    const db = open(tx)
    const readings = [18, 14, 15, 12].map((value, at) => ({
      measure_id: number?.id ?? '',
      day: day(7 * at - days + 3),
      value,
      start: 0 as const,
      typed_by: null,
    }))
    await db
      .updateTable('trial_reading')
      .set({ day: day(-days) })
      .where('measure_id', '=', number?.id ?? '')
      .execute()
    await db.insertInto('trial_reading').values(readings).execute()
    for (const [at, said] of [6, 8].entries()) {
      const round_id = `${id.slice(0, 30)}-back${at}`
      const closes_at = NOW - (days - 9 - 7 * at) * DAY
      const times = { opens_at: closes_at - 5 * DAY, closes_at, closed: 1 as const }
      await db
        .insertInto('trial_round')
        .values({ id: round_id, trial_id: id, number: 90 + at, ...times })
        .execute()
      await db
        .insertInto('trial_result')
        .values({ round_id, measure_id: question?.id ?? '', said, answers: 10 + 5 * at })
        .execute()
    }
  })
}

/** A round of answers that opened an hour ago: its id. */
export async function askNow({ stage }: Site, { id }: TrialView): Promise<string> {
  const round = `${id.slice(0, 30)}-now`
  const times = { opens_at: NOW - 3_600_000, closes_at: NOW + 4 * DAY, closed: 0 as const }
  await stage.app.database.transact(tx =>
    open(tx)
      .insertInto('trial_round')
      .values({ id: round, trial_id: id, number: 95, ...times })
      .execute(),
  )
  return round
}
