import type { Browser, Route } from 'playwright-core'
import type { Tab } from '../window.ts'
import type { Scene } from './scene.ts'
import type { Screen } from './screen.ts'
import { begin, type Look, visit } from './walk.ts'

export type State = 'usual' | 'empty' | 'full' | 'error' | 'offline'
type Reach = (browser: Browser, scene: Scene, screen: Screen, look: Look) => Promise<Tab>

/** What every page needs before it can say anything at all. */
const STANDING = /\/api\/v1\/(me|programme)$/

const FAULT = { status: 500, json: { code: 'fault', title: 'fault', reference: 'a1b2c3' } }
/** As an older release answers a call for several readings: each is then asked for alone. */
const SINGLY = { status: 404, json: { code: 'gone', title: 'gone' } }

function spoil(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url())
  if (STANDING.test(pathname)) return route.continue()
  return route.fulfill(pathname.endsWith('/batch') ? SINGLY : FAULT)
}

/** All but the first two readings are answered by a fault, from the start. */
const broken: Reach = async (browser, scene, screen, look) => {
  const window = await begin(browser, scene, screen, look, page => page.route('**/api/v1/**', spoil))
  await told(window)
  return window
}

/** As visited, then the network goes. */
const cut: Reach = async (browser, scene, screen, look) => {
  const window = await visit(browser, scene, screen, look)
  await window.page.context().setOffline(true)
  await window.tab.locator('html').evaluate(() => dispatchEvent(new Event('focus')))
  await told(window)
  return window
}

/** Until the page says what it could not read. */
async function told({ tab }: Tab): Promise<void> {
  const notice = tab.locator('.notice, [role=alert], .trouble').first()
  await notice.waitFor({ timeout: 5_000 }).catch(() => {})
}

/** How a screen is reached in each state. */
export const STATES: Readonly<Record<State, Reach>> = {
  usual: visit,
  empty: visit,
  full: visit,
  error: broken,
  offline: cut,
}
