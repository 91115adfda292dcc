import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { person } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { ODILE, openDirections } from '../directions.ts'
import { firstLoad } from '../first-load.ts'
import { announce, type Site, seat } from '../site.ts'
import { launch, openTab, type Tab } from '../window.ts'

/** She heads the large Direction too, in English. */
const ROSE = person('Rose Barker', { role: 'manager', direction: 'mobilites', locale: 'en-GB' })

describe('the tab of a Direction, for everybody', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openDirections()
    await announce(site)
    await seat(site, ROSE)
    await site.api(ROSE).put('/me', { language: 'en' })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  async function opened(options: object, who = ODILE): Promise<Tab> {
    const window = await openTab(browser, site, who, { tab: 'direction', ...options })
    await window.ready()
    return window
  }

  // Every theme and width in both languages: test/e2e/screens. Here what is open at once.
  it('has nothing for axe to say in dark, 360 px wide', async () => {
    const window = await opened({ theme: 'dark', width: 360 })
    const { page, tab } = window
    await tab.getByRole('combobox', { name: 'Direction affichée' }).waitFor()
    assert.deepEqual(await violations(window), [])
    for (const button of (await tab.getByRole('button', { name: /^Voir le tableau/ }).all()).reverse())
      await button.press('Enter')
    await tab
      .getByRole('button', { name: /^Décider/ })
      .first()
      .click()
    await tab.getByRole('menuitem', { name: 'Ne pas retenir' }).click()
    await tab
      .getByRole('button', { name: /^Moi aussi/ })
      .first()
      .click()
    await tab.getByRole('dialog').waitFor()
    assert.deepEqual(await violations(window), [])
    await page.keyboard.press('Escape')
    await window.close()
  })

  it('fits from 320 to 1280 px, as a chart and as a table, in both languages', async () => {
    for (const who of [ODILE, ROSE])
      for (const direction of ['mobilites', 'recherche']) {
        const window = await opened({ width: 1280, direction }, who)
        const fits = async () => {
          for (const width of [1280, 360, 320]) {
            await window.page.setViewportSize({ width, height: 900 })
            assert.equal(await window.overflow(), 0, `${direction} at ${width}`)
          }
        }
        await fits()
        const tables = window.tab.getByRole('button', { name: /^(Voir le tableau|See the table)/ })
        for (const button of (await tables.all()).reverse()) await button.press('Enter')
        await fits()
        await window.close()
      }
  })

  it('loads in 98 kB of brotli, dialogs and the list of Directions apart', async () => {
    const window = await opened({ direction: 'mobilites' })
    const sizes = await firstLoad(window)
    const total = sizes.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
    assert.ok(sizes.length >= 3, `page, script and style were measured: ${JSON.stringify(sizes)}`)
    assert.ok(total > 0 && total <= 98_000, `first load is ${total} bytes`)
    await window.close()
  })
})
