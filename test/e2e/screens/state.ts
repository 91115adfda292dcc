import type { Browser } from 'playwright-core'
import type { Tab } from '../window.ts'
import type { Scene } from './scene.ts'
import type { Screen } from './screen.ts'
import { begin, type Look, visit } from './walk.ts'

export type State = 'usual' | 'empty' | 'full' | 'error' | 'offline'
type Reach = (browser: Browser, scene: Scene, screen: Screen, look: Look) => Promise<Tab>

/** What every page needs before it can say anything at all. */
const STANDING = /\/api\/v1\/(me|programme)$/

/** All but the first two readings are answered by a fault, from the start. */
const broken: Reach = async (browser, scene, screen, look) => {
  const window = await begin(browser, scene, screen, look, page =>
    page.route('**/api/v1/**', route =>
      STANDING.test(new URL(route.request().url()).pathname)
        ? route.continue()
        : route.fulfill({ status: 500, json: { code: 'fault', title: 'fault', reference: 'a1b2c3' } }),
    ),
  )
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
