import { SECOND } from '../../../src/kernel/time/clock.ts'
import { CAMILLE, INES, KARIM, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { carry } from '../initiatives.ts'
import type { Site } from '../site.ts'
import { planTrial } from '../trials.ts'
import { day, lookBack, moveBack } from './long-trial.ts'

const LONG_WORD = 'Anticonstitutionnellement'.repeat(2)

type Decision = {
  readonly kind: 'generalise' | 'adjust' | 'stop'
  readonly why: string
  readonly learnt: string
  readonly directions?: readonly string[]
}

/** A trial of `owner` that is over since this morning, and what became of it. */
async function decide(site: Site, owner: Person, title: string, decision: Decision): Promise<string> {
  // Latest first: of one moment, any might stand where another did in the last picture.
  site.clock.advance(SECOND)
  const initiative = await carry(site, { owner, author: INES, axis: 'usager' }, { title })
  const directions = ['mobilites', 'lycees']
  const trial = await planTrial(site, owner, initiative, { from: day(0), until: day(14), directions })
  for (const who of [CAMILLE, OWEN, INES])
    await site.api(who).put(`/trials/${trial.id}/tester`, { trying: true })
  await site.stage.settle()
  await moveBack(site, trial.id, 28, day(0))
  await lookBack(site, trial, 28)
  await site.api(owner).put(`/trials/${trial.id}/decision`, decision)
  await site.stage.settle()
  return initiative
}

/** One that is rolled out, one that is stopped and says so at length, one that is tried again. */
export async function decideTrials(
  site: Site,
): Promise<{ readonly decided: string; readonly again: string }> {
  const decided = await decide(site, KARIM, 'Un rappel avant chaque rendez-vous', {
    kind: 'generalise',
    why: 'Les rendez-vous manqués ont baissé d’un tiers, sans travail de plus à l’accueil.',
    learnt: 'Le rappel compte moins que l’heure à laquelle il part\u00A0: la veille à 17 heures.',
    directions: ['mobilites', 'numerique'],
  })
  await decide(site, INES, `Un guichet sans rendez-vous le ${LONG_WORD}`, {
    kind: 'stop',
    why: 'Trop peu de monde le samedi matin pour que deux personnes y restent.',
    learnt:
      `Ce que l’on a appris tient en quelques mots, et en un très long\u00A0: ${LONG_WORD}. ${'Les personnes viennent quand elles savent qu’elles seront reçues, non parce que la porte est ouverte. '.repeat(4)}`.trim(),
  })
  const again = await decide(site, CAMILLE, 'Relire les courriers à voix haute', {
    kind: 'adjust',
    why: 'À deux, cela prend trop de temps.',
    learnt: 'Une seule relecture suffit, si elle est faite par quelqu’un qui n’est pas du service.',
  })
  const next = { change: 'Une seule personne relit, et elle vient d’un autre service.', site: '' }
  await planTrial(site, CAMILLE, again, { ...next, from: day(7), until: day(49), directions: ['mobilites'] })
  return { decided, again }
}
