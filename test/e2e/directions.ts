import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY } from '../../src/kernel/time/clock.ts'
import { person } from '../support/sign-in/cast.ts'
import { NOW, nonce, openSite, type Site, seat } from './site.ts'

/** A large Direction, one so small that five people are more than half of it, and one where nobody came. */
const HEADCOUNTS = { mobilites: 500, tourisme: 9, recherche: 52 }
const AXES = ['transitions', 'territoires', 'usager', 'equipe'] as const
const IDEAS = [
  'partager les véhicules de service entre sites voisins le vendredi, avec un planning que chacun peut lire',
  'un point de dix minutes debout le lundi, même à distance',
  'afficher le temps d’attente réel aux arrêts les plus fréquentés',
  'répondre à chaque réclamation par un appel, puis par un écrit court',
]
const PLACES = [
  'Albi',
  'Auch',
  'Cahors',
  'Foix',
  'Mende',
  'Nîmes',
  'Rodez',
  'Tarbes',
  'Sète',
  'Béziers',
  'Alès',
  'Muret',
].map(town => `À ${town}`)
const COMMITMENTS = [
  'Venir à vélo deux jours par semaine et tenir la liste des itinéraires sûrs',
  'Relire chaque mois un courrier type avec deux usagers de l’accueil',
  'Tenir un carnet de passation d’une page pour mon poste',
]

const FIRST = ['Yann', 'Sofia', 'Awa', 'Marie-Hélène', 'Paul', 'Inès']
const LAST = ['Lacaze', 'Marchand', 'Puig', 'de Saint-Amans', 'Roques']

/** Heads the large Direction. */
export const ODILE = person('Odile Castanier', { role: 'manager', direction: 'mobilites' })
/** Pilot of the small one. */
export const BASILE = person('Basile Puech', { role: 'pilot', direction: 'tourisme' })

const THRESHOLD = '  - { supports: 4, directions: 3, days: 30, by: direction }'

/** programmes/occitanie.yaml with other headcounts and a threshold, in a folder of its own. */
export function methodFile(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'faire-method-'))
  let text = readFileSync('programmes/occitanie.yaml', 'utf8')
  for (const [id, headcount] of Object.entries(HEADCOUNTS)) {
    text = text.replace(new RegExp(`(id: ${id},.*headcount: )\\d+`), `$1${headcount}`)
  }
  text = text.replace('\ndirections:', `\nthresholds:\n${THRESHOLD}\n\ndirections:`)
  const path = join(folder, 'method.yaml')
  writeFileSync(path, text)
  return { path, remove: () => rmSync(folder, { recursive: true }) }
}

/** What one more person of a Direction does: an idea for every second one, and a commitment. */
export async function takesPart({ stage }: Site, direction: string, at: number): Promise<void> {
  const who = {
    ...person(`Agent ${direction} ${at}`),
    name: `${FIRST[at % FIRST.length]} ${LAST[(at >> 1) % LAST.length]}`,
  }
  const doing = stage.as(who)
  const axis = AXES[(at >> 1) % AXES.length]
  await doing.presses('people.direction', { direction, nonce: nonce() })
  const text = `${PLACES[(at >> 1) % PLACES.length]}, ${IDEAS[(at >> 1) % IDEAS.length]}${at < 24 ? '' : ` (${at})`}.`
  if (at % 2 === 0) await doing.presses('ideas.submit', { axis, text, nonce: nonce() })
  const visibility = at % 9 === 0 ? 'everyone' : 'me'
  const commitment = `${COMMITMENTS[at % COMMITMENTS.length]}.`
  const taken = { axis, text: commitment, horizon: '2027-06-30', visibility, nonce: nonce() }
  await doing.presses('commitments.take', taken)
}

/** People of each Direction, a quarter of them each week, the figures counted the day after; it is then `NOW`. */
async function month(site: Site, crowds: Readonly<Record<string, number>>): Promise<void> {
  for (let week = 0; week < 4; week++) {
    for (const [direction, count] of Object.entries(crowds)) {
      for (let at = week; at < count; at += 4) await takesPart(site, direction, at)
    }
    site.clock.advance(DAY)
    await site.stage.settle()
    site.clock.advance(week < 3 ? 6 * DAY : 0)
  }
}

/** A site where a month has passed in three Directions, `many` people of the large one having come. */
export async function openDirections(many = 24, beside: Parameters<typeof openSite>[0] = {}): Promise<Site> {
  const method = methodFile()
  const site = await openSite({ start: NOW - 22 * DAY, programmeFile: method.path, ...beside })
  method.remove()
  await month(site, { mobilites: many, tourisme: 5 })
  await seat(site, ODILE)
  await seat(site, BASILE)
  return site
}
