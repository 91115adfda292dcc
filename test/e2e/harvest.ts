import type { Browser } from 'playwright-core'
import { HOUR } from '../../src/kernel/time/clock.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../src/tabs/contract/workshops/workshops.ts'
import { MAELLE, type Person } from '../support/sign-in/cast.ts'
import { announce, type Site } from './site.ts'
import { openTab } from './window.ts'

/** A workshop of today that has begun: its id. */
export async function begin(site: Site): Promise<string> {
  await announce(site, { title: 'Accueillir mieux', date: '2027-05-17', start: '11:00', end: '13:00' })
  const { items } = await site.api(MAELLE).get<Page<WorkshopView>>('/workshops')
  site.clock.advance(2 * HOUR)
  return items[0]?.id ?? ''
}

type Options = Parameters<typeof openTab>[3]

/** The page of a harvest on a phone, as a link into the personal tab opens it. */
export async function openHarvest(browser: Browser, site: Site, person: Person, options: Options = {}) {
  const window = await openTab(browser, site, person, { width: 360, ...options })
  await window.tab.locator('.harvest').waitFor()
  return window
}
