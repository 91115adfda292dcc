import type { Browser } from 'playwright-core'
import type { Language } from '../../../src/kernel/text/language.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { printDrawn, printHead } from './drawn.ts'
import { openUsual, type Scene, speak, VIEWERS } from './scene.ts'
import type { Screen } from './screen.ts'
import { SCREENS } from './screens.ts'

/** Where each persona arrives: what the page is called in the list of screens. */
const ARRIVALS = [
  ['agent', 'personal'],
  ['agent, first visit', 'personal-first'],
  ['pilot', 'personal-pilot'],
  ['pilot’s cockpit', 'personal-cockpit'],
  ['manager', 'direction'],
  ['agent in a Direction’s tab', 'direction-agent'],
  ['organiser', 'organiser'],
  ['observer', 'observer-start'],
  ['observer, personal tab', 'personal-observer'],
  ['gallery', 'gallery'],
] as const
/** The pages of the organisers’ tab, each as the Lab’ sees it. */
const ORGANISER_PAGES = [
  'organiser',
  'workshops',
  'workshop-coming',
  'organiser-ballots',
  'ballot-sheet',
  'organiser-ideas',
  'organiser-idea',
  'broadcasts',
  'broadcast',
  'people',
  'people-pilots',
  'people-pilot',
  'programme',
  'organiser-figures',
  'organiser-journal',
] as const
/** Whom the day of the workshop finds leading its room; last, since that changes what others see of it. */
const LEADS: Screen = { name: 'personal-facilitator', tab: 'personal', who: 'facilitator' }

/** Gives today's workshop somebody who leads its room. */
async function lead({ site, workshop }: Scene): Promise<void> {
  const { tenant, objectId, name } = VIEWERS.facilitator
  const { id: person } = await site.stage.app.people.greet({ tenant, objectId, name, language: 'fr' })
  await site.api(MAELLE).put(`/workshops/${workshop}/facilitators`, { person, table: null })
}

function screenNamed(name: string): Screen {
  const screen = SCREENS.find(each => each.name === name)
  if (!screen) throw new Error(`no screen is called ${name}`)
  return screen
}

/** Prints a table of what each persona meets first: headings, buttons, links, fields and words. */
export async function countFirstScreens(browser: Browser, language: Language): Promise<void> {
  const scene = await openUsual()
  await speak(scene, language)
  printHead('persona')
  for (const [name, arrival] of ARRIVALS)
    await printDrawn(browser, scene, { screen: screenNamed(arrival), language, name })
  await lead(scene)
  await printDrawn(browser, scene, { screen: LEADS, language, name: 'facilitator on the day' })
  await scene.site.close()
}

/** Prints such a table of each organiser’s page, and of the sheet opened most from it, without the list of sections. */
export async function countOrganiserPages(browser: Browser, language: Language): Promise<void> {
  const scene = await openUsual()
  await speak(scene, language)
  printHead('page')
  for (const name of ORGANISER_PAGES) {
    const screen: Screen = { ...screenNamed(name), who: 'organiser' }
    await printDrawn(browser, scene, { screen, language, part: 'main' })
  }
  await scene.site.close()
}
