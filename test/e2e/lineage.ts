import { open } from '../../src/db/index.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import type { TrialView } from '../../src/tabs/contract/initiatives/trials.ts'
import { CAMILLE, INES, KARIM, NADIA, OWEN, type Person } from '../support/sign-in/cast.ts'
import { carry, HANDBOOK } from './initiatives.ts'
import { nonce, openSite, type Site, seat } from './site.ts'

const PLAN = {
  ifWe: 'tenons un carnet d’une page à chaque départ',
  expected: 'la personne qui arrive est à l’aise en un mois au lieu de trois',
  change: '',
  site: '',
  from: '2027-05-17',
  until: '2027-06-14',
  rhythm: 'weekly',
  measures: [{ kind: 'question', text: 'Trouvez-vous ce que vous cherchez ?', better: 'up' }],
} as const

/** A trial that begins at once. */
async function attempt(site: Site, who: Person, initiative: string, directions: readonly string[]) {
  const body = { ...PLAN, directions, nonce: nonce() }
  return site.api(who).post<TrialView>(`/initiatives/${initiative}/trials`, body)
}

/** How one ended, as its decision writes it. */
async function end(
  site: Site,
  trial: TrialView,
  decision: 'generalise' | 'stop',
  why: string,
): Promise<void> {
  const directions = JSON.stringify(decision === 'stop' ? [] : ['lycees', 'mobilites'])
  const row = {
    decision,
    why,
    learnt: why,
    decided_on: PLAN.until,
    decided_directions: directions,
    decided_at: 1,
  }
  await site.stage.app.database.transact(async tx => {
    await open(tx).updateTable('trial').set(row).where('id', '=', trial.id).execute()
    const state = { trial: decision === 'stop' ? 'stopped' : 'generalised', phase: 'done' } as const
    await open(tx).updateTable('initiative').set(state).where('idea_id', '=', trial.initiative).execute()
  })
}

/** An idea that somebody proposes after another one; carried by them, unless it is to stay one. */
async function takeUp(site: Site, who: Person, from: string, text: string, carries = true): Promise<string> {
  site.clock.advance(60_000)
  const { idea } = await site
    .api(who)
    .post<{ idea: string }>(`/initiatives/${from}/inspire`, { nonce: nonce(), text })
  if (!carries) return idea
  await site.stage.app.database.transact(tx => ideaStore(tx).setState(idea, 'retained'))
  await site.api(who).post('/initiatives', { nonce: nonce(), idea })
  return idea
}

/**
 * Karim’s handbook, on trial in two Directions, taken up by Camille and by Inès, with an idea besides; a trial that was stopped, and one
 * that became general.
 */
export async function openLineage() {
  const site = await openSite()
  for (const who of [KARIM, NADIA, INES, CAMILLE, OWEN]) await seat(site, who)
  await site.api(OWEN).put('/me', { language: 'en' })
  const handbook = await carry(site, { owner: KARIM }, HANDBOOK)
  await attempt(site, KARIM, handbook, ['mobilites', 'lycees'])
  const desk = await carry(site, { owner: CAMILLE, axis: 'usager' }, { title: 'Un accueil sans rendez-vous' })
  const stopped = await attempt(site, CAMILLE, desk, ['lycees'])
  const why = 'Deux personnes par jour en moyenne\u00A0: le guichet reste vide, et l’équipe manque ailleurs.'
  await end(site, stopped, 'stop', why)
  const loan = await carry(site, { owner: INES, axis: 'transitions' }, { title: 'Réparer avant de racheter' })
  await end(site, await attempt(site, INES, loan, ['lycees']), 'generalise', 'Une machine sur trois repart.')
  const school = await takeUp(site, CAMILLE, handbook, 'Un carnet d’une page dans chaque lycée')
  const workshop = await takeUp(site, INES, handbook, 'Un carnet pour les chantiers')
  const idea = await takeUp(site, NADIA, handbook, 'Un carnet pour les stagiaires', false)
  return { site, handbook, desk, loan, school, workshop, idea }
}
