import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { violationsIn } from '../axe.ts'
import { openSite, type Site, seat } from '../site.ts'
import { launch } from '../window.ts'
import { SCENES } from './fixtures.ts'
import { cutOff, tooSmall } from './layout.ts'
import { openScreen } from './screen.ts'

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  // An old projector's.
  { width: 1024, height: 768 },
] as const
const LOOKS = ['light', 'dark', 'contrast'] as const
/** What nobody has to read from the last row: who sent it, how many support it, a rule of the vote. */
const LEAST = 5.9

describe('each scene of the room’s screen', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, MAELLE)
  })
  after(async () => {
    await browser.close()
    await site?.close()
  })

  for (const [at, [name, make]] of Object.entries(SCENES).entries())
    it(`${name} is whole at each size, and says nothing to axe in any theme`, async () => {
      const language = at % 2 === 0 ? 'fr' : 'en'
      const screen = await openScreen(browser, site, make(site.clock.now()), { language })
      const faults: string[] = []
      for (const size of SIZES) {
        await screen.page.setViewportSize(size)
        await screen.settle()
        for (const fault of [...(await cutOff(screen.page)), ...(await tooSmall(screen.page, LEAST))])
          faults.push(`${size.width}: ${fault}`)
      }
      for (const look of LOOKS) {
        await screen.page.locator(`html[data-look=${look}]`).waitFor({ state: 'attached' })
        for (const fault of await violationsIn(screen.page.mainFrame())) faults.push(`${look}: ${fault}`)
        await screen.page.keyboard.press('t')
      }
      await screen.close()
      assert.deepEqual([...faults, ...screen.complaints], [])
    })
})
