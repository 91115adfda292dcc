import type { Browser } from 'playwright-core'
import { createRender } from '../../../src/cards/render.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { allSamples } from '../../cards/samples.ts'
import { preview } from '../../support/cards/preview.ts'
import { CHANNEL } from '../../support/product/stage.ts'
import { INES, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { tabLink } from '../../support/workshops/workshops.ts'
import { nonce } from '../site.ts'
import { openUsual, type Scene, speak } from './scene.ts'
import type { Screen } from './screen.ts'
import { SCREENS } from './screens.ts'
import { still, visit, type Width } from './walk.ts'

const TABLE = '4'
const SAID = [
  'Un carnet d’arrivée d’une page, relu par la dernière personne arrivée.',
  'Déjeuner avec trois services pendant le premier mois.',
  'Dire à chaque arrivée qui appeler quand rien ne marche.',
]

const named = (name: string): Screen => {
  const screen = SCREENS.find(each => each.name === name)
  if (!screen) throw new Error(`no screen is called ${name}`)
  return screen
}

/** What a facilitator's phone shows once a table's first lines have left. */
const HARVEST: Screen = {
  name: 'harvest',
  tab: 'personal',
  who: 'organiser',
  wanted: ({ workshop }) => `harvest:${workshop}:${TABLE}`,
  ready: '.harvest',
  open: async ({ tab, press }) => {
    const field = tab.getByRole('textbox', { name: 'Une idée par ligne' })
    await field.fill(SAID.slice(0, 2).join('\n'))
    await press('harvest.send')
    await tab
      .getByText(/^Envoyée à/)
      .nth(1)
      .waitFor()
    await field.fill(SAID[2] ?? '')
  },
}

type Picture = {
  readonly file: string
  readonly screen: Screen
  readonly width: Width
  readonly height?: number
}

const BEFORE: readonly Picture[] = [
  { file: 'premier-apercu', screen: named('workshop-preview'), width: 768, height: 1_395 },
  { file: 'pilote-semaine', screen: named('personal-cockpit'), width: 1280, height: 560 },
]
const DURING: readonly Picture[] = [
  { file: 'premier-jour', screen: named('organiser-day'), width: 1280, height: 918 },
  { file: 'premier-recolte', screen: HARVEST, width: 360, height: 1_010 },
]
/** File, themes, and the first sample of each of these templates. */
const CARDS = [
  ['premier-carte', ['light', 'dark'], ['workshops/workshop/announcement']],
  ['premier-scrutin', ['light'], ['ballots/voting/ballot', 'ballots/results/result']],
] as const

async function shoot(browser: Browser, scene: Scene, { file, screen, width, height = 900 }: Picture) {
  const window = await visit(browser, scene, screen, { theme: 'default', width, language: 'fr' })
  await window.page.setViewportSize({ width, height })
  await still(window)
  await window.page.locator('#tab').screenshot({ path: `docs/${file}.png` })
  await window.close()
}

/** From the morning to a quarter past two: tables drawn and shown, the workshop begun, two people there. */
async function beginWorkshop({ site, workshop }: Scene): Promise<void> {
  const lab = site.api(MAELLE)
  await lab.post(`/workshops/${workshop}/tables`, { wanted: { size: 2 }, nonce: nonce() })
  await lab.post(`/workshops/${workshop}/tables/show`, {})
  site.clock.advance(4 * HOUR + 12 * MINUTE)
  const { items } = await lab.get<Page<{ readonly id: string; readonly name: string }>>(
    `/attendance/${workshop}/people`,
  )
  for (const { id, name } of items)
    if ([NADIA.name, KARIM.name].includes(name))
      await lab.put(`/attendance/${workshop}/people/${id}`, { present: true })
}

async function drawCards(): Promise<void> {
  const render = createRender(undefined, tabLink)
  const samples = allSamples('fr')
  for (const [file, themes, templates] of CARDS) {
    const cards = templates.map(template => {
      const card = samples.find(each => each.template === template)
      if (!card) throw new Error(`no sample of ${template}`)
      return { name: '', card: render(card, 'fr', template) }
    })
    await preview(cards, { width: 400, floor: false, file: `docs/${file}.png`, themes, scale: 1 })
  }
}

/** The pictures that the guides of docs/ show: a workshop from its announcement to its harvest, a pilot's week. */
export async function shootGuides(browser: Browser): Promise<void> {
  const scene = await openUsual()
  await speak(scene, 'fr')
  const bound = { part: 'channel', direction: INES.direction }
  await scene.site.api(MAELLE).put(`/channels/${encodeURIComponent(CHANNEL)}/binding`, bound)
  for (const picture of BEFORE) await shoot(browser, scene, picture)
  await beginWorkshop(scene)
  for (const picture of DURING) await shoot(browser, scene, picture)
  await scene.site.close()
  await drawCards()
}
