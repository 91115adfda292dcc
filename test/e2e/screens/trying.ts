import { AHMED, CAMILLE, INES, KARIM, NADIA, OWEN } from '../../support/sign-in/cast.ts'
import { carry } from '../initiatives.ts'
import type { Site } from '../site.ts'
import { planTrial } from '../trials.ts'
import { askNow, day, lookBack, moveBack } from './long-trial.ts'

/**
 * Two trials: one of Karim's, four weeks old, that four people try, who are asked at present; of them one answered and wrote a line; and one of the agent's whose last day it is.
 */
export async function tryOut(site: Site): Promise<{ readonly tried: string; readonly due: string }> {
  const tried = await carry(
    site,
    { owner: KARIM, author: INES, axis: 'employeur' },
    {
      title: 'Une page à chaque changement de poste',
      problem: 'Six mois de repères partent avec la personne.',
    },
  )
  const trial = await planTrial(site, KARIM, tried, { from: day(0), until: day(42) })
  for (const who of [CAMILLE, OWEN, INES, AHMED])
    await site.api(who).put(`/trials/${trial.id}/tester`, { trying: true })
  await site.stage.settle()
  await moveBack(site, trial.id, 28, day(42))
  await lookBack(site, trial, 28)
  const round = await askNow(site, trial)
  const answers = trial.measures
    .filter(({ kind }) => kind === 'question')
    .map(({ id }) => ({ measure: id, step: 4 }))
  await site.api(INES).put(`/trials/${trial.id}/answers`, { round, answers })
  const text = 'La page tient vraiment sur une page, et on la relit.'
  await site
    .api(INES)
    .post(`/trials/${trial.id}/notes`, { nonce: `trial-note-${trial.id}`.slice(0, 40), text })
  const due = await carry(
    site,
    { owner: NADIA, author: INES, axis: 'usager' },
    { title: 'Relire un courrier avec deux usagers' },
  )
  const over = await planTrial(site, NADIA, due, { from: day(0), until: day(14), directions: ['mobilites'] })
  await moveBack(site, over.id, 28, day(0))
  await site.stage.settle()
  return { tried, due }
}
