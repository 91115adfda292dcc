import { trialStore } from '../../../src/features/trials/trial/store.ts'
import { CAMILLE, INES, KARIM, NADIA, OWEN } from '../../support/sign-in/cast.ts'
import { carry } from '../initiatives.ts'
import { NOW, type Site } from '../site.ts'
import { planTrial } from '../trials.ts'

const DAY = 86_400_000
const day = (days: number) => new Date(NOW + days * DAY).toISOString().slice(0, 10)

/** Its first day lies that many days back, as if it had been planned then. */
async function moveBack({ stage }: Site, trial: string, days: number, until: string): Promise<void> {
  await stage.app.database.transact(async tx => {
    const store = trialStore(tx)
    const found = await store.find(trial)
    if (found) await store.change({ ...found, from: day(-days), until })
  })
}

/** Two trials: one of Karim's that three people try, of which one wrote a line, and one of the agent's whose last day it is. */
export async function tryOut(site: Site): Promise<{ readonly tried: string; readonly due: string }> {
  const tried = await carry(
    site,
    { owner: KARIM, axis: 'employeur' },
    {
      title: 'Une page à chaque changement de poste',
      problem: 'Six mois de repères partent avec la personne.',
    },
  )
  const trial = await planTrial(site, KARIM, tried, { from: day(0), until: day(42) })
  for (const who of [CAMILLE, OWEN, INES])
    await site.api(who).put(`/trials/${trial.id}/tester`, { trying: true })
  const text = 'La page tient vraiment sur une page, et on la relit.'
  await site
    .api(INES)
    .post(`/trials/${trial.id}/notes`, { nonce: `trial-note-${trial.id}`.slice(0, 40), text })
  const due = await carry(
    site,
    { owner: NADIA, axis: 'usager' },
    { title: 'Relire un courrier avec deux usagers' },
  )
  const over = await planTrial(site, NADIA, due, { from: day(0), until: day(14), directions: ['mobilites'] })
  await moveBack(site, over.id, 28, day(0))
  await site.stage.settle()
  return { tried, due }
}
