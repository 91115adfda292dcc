import type { Language } from '../../../src/kernel/text/language.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { CAMILLE, KARIM, OWEN, type Person, person } from '../../support/sign-in/cast.ts'
import { methodFile, ODILE, takesPart } from '../directions.ts'
import { announce, NOW, nonce, openSite, published, type Site, seat } from '../site.ts'

/** Of 500, 32 and 9 people: much waits in the first, nothing in the second, two ideas in the third. */
export const SIZES = { 500: 'mobilites', 32: 'cabinet', 9: 'tourisme' } as const

const AXES = ['transitions', 'territoires', 'usager', 'employeur', 'equipe'] as const
const WEEKS = 5

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

async function propose(site: Site, who: Person, at: number, text: string): Promise<string> {
  const idea = { nonce: nonce(), axis: AXES[at % AXES.length], text }
  return (await site.api(who).post<IdeaView>('/ideas', idea)).id
}

/** Eight ideas of one Direction: two retained, one with a step whose day has passed since, one answered, one under study. */
async function decideSome(site: Site, who: Person, texts: readonly string[]): Promise<void> {
  const odile = site.api(ODILE)
  const ids: string[] = []
  for (const [at, text] of texts.entries()) {
    ids.push(await propose(site, who, at, text))
    site.clock.advance(DAY / 2)
  }
  const [first, second, third, fourth, fifth] = ids
  await odile.put(`/ideas/${first}/state`, { state: 'retained' })
  await odile.put(`/ideas/${second}/state`, { state: 'retained' })
  await odile.post(`/ideas/${third}/answer`, { text: 'Nous l’essayons en juin dans deux services.' })
  await odile.put(`/ideas/${fourth}/state`, { state: 'studied' })
  await published(site)
  const step = (text: string, due: number, mine: boolean) =>
    odile.post('/steps', { nonce: nonce(), kind: 'idea', id: first, text, due: dayOf(due), mine })
  await step('Choisir deux services pour l’essai de juin.', site.clock.now() + 2 * DAY, true)
  await step('Relire le modèle avec l’accueil.', NOW + 30 * DAY, false)
  for (const supporter of [CAMILLE, KARIM, OWEN])
    await site.api(supporter).put(`/ideas/${fifth}/support`, { support: true })
}

const TEXTS = [
  'Un carnet de passation d’une page quand on change de poste.',
  'Partager les véhicules de service entre sites voisins le vendredi, avec un planning que chacun peut lire.',
  'Afficher le temps d’attente réel aux arrêts les plus fréquentés.',
  'Répondre à chaque réclamation par un appel, puis par un écrit court.',
  'Ouvrir un samedi par mois les guichets des gares rurales, en lien avec les maisons de la Région.',
  'Un point de dix minutes debout le lundi, même à distance.',
  'Former chaque référente et chaque référent à l’accompagnement interdépartemental des établissements.',
  'Dire en une page ce que change chaque délibération pour les usagers.',
]

/** One site, one manager, three Directions after five weeks. */
export async function openSizes(language: Language): Promise<Site> {
  const method = methodFile()
  const site = await openSite({ start: NOW - 7 * WEEKS * DAY, programmeFile: method.path })
  method.remove()
  const { people } = site.stage.app
  const { tenant, objectId, name } = ODILE
  const { id } = await people.greet({ tenant, objectId, name, language })
  await people.assignRole(id, 'manager', Object.values(SIZES))
  await site.api(ODILE).put('/me', { direction: SIZES[500], language })
  for (const who of [CAMILLE, KARIM, OWEN]) await seat(site, who)
  const here = (size: keyof typeof SIZES) =>
    person(`Marie-Hélène de Saint-Amans ${size}`, { direction: SIZES[size] })
  for (const size of [500, 32, 9] as const) await seat(site, here(size))
  for (let at = 0; at < 160; at++) await takesPart(site, SIZES[500], 2 * at + 1)
  for (let at = 0; at < 16; at++) await takesPart(site, SIZES[32], 2 * at + 1)
  site.clock.advance(NOW - 7 * 4 * DAY - site.clock.now())
  await site.stage.settle()
  await decideSome(site, here(500), TEXTS)
  const kept = await propose(site, here(32), 4, TEXTS[0] ?? '')
  await site.api(ODILE).post(`/ideas/${kept}/answer`, { text: 'C’est en place depuis avril.' })
  for (const at of [5, 6]) await propose(site, here(9), at, TEXTS[at] ?? '')
  await published(site)
  while (site.clock.now() < NOW) {
    site.clock.advance(Math.min(DAY, NOW - site.clock.now()))
    await site.stage.settle()
  }
  await announce(site)
  return site
}
