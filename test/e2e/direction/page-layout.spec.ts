import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { NADIA } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { ODILE, openDirections } from '../directions.ts'
import { fillFigures } from '../screens/full-figures.ts'
import type { Site } from '../site.ts'
import { launch, openTab } from '../window.ts'

describe('what stands where in the tab of a Direction', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openDirections()
    await fillFigures(site)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('is the name of each line of a chart beside it, above or below the other’s', async () => {
    const { page, tab, ready, close } = await openTab(browser, site, ODILE, { tab: 'direction', width: 1280 })
    await ready()
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 4_000 })
      const [here, average] = await Promise.all(
        ['here', 'average'].map(name => tab.locator(`.further .label-${name}`).boundingBox()),
      )
      assert.ok(here && average)
      assert.ok(here.y + here.height <= average.y || average.y + average.height <= here.y, `${width} px`)
    }
    await close()
  })

  it('is what waits before what was done, on a phone above it, for somebody who may answer and for all others', async () => {
    for (const [who, first] of [
      [ODILE, 'Ce qui vous attend4 idées attendent'],
      [NADIA, '4 idées attendent une réponse.Ce qui a été fait'],
    ] as const) {
      const { page, tab, ready, close } = await openTab(browser, site, who, {
        tab: 'direction',
        direction: 'mobilites',
        width: 360,
      })
      await ready()
      const body = await tab.locator('.page-body').textContent()
      assert.ok(body?.startsWith(first), body?.slice(0, 40))
      const [waits, done] = [tab.locator('.now'), tab.locator('.done')]
      const above = await Promise.all([waits.boundingBox(), done.boundingBox()])
      assert.ok(above[0] && above[1] && above[1].y >= above[0].y + above[0].height)
      // The first alone stands unfolded, so that what was done is seen too.
      if (who === ODILE) await counted(tab.locator('.waiting'), 1)
      await page.setViewportSize({ width: 1280, height: 2_000 })
      if (who === ODILE) {
        const [waiting, figures] = await Promise.all([waits.boundingBox(), done.boundingBox()])
        assert.ok(waiting && figures && figures.x > waiting.x + waiting.width)
        assert.equal(figures.y, waiting.y)
        await counted(tab.locator('.waiting'), 3)
      }
      await close()
    }
  })

  it('is what becomes of an idea under its words, where its answer is being written too', async () => {
    const { tab, ready, close } = await openTab(browser, site, ODILE, { tab: 'direction', width: 1280 })
    await ready()
    // One act each; « Décider » stands at the end of the form that it opens.
    await counted(tab.locator('.waiting [aria-haspopup=menu]'), 1)
    await tab
      .getByRole('button', { name: /^Répondre\s:/ })
      .first()
      .click()
    const rows = await tab.locator('.waiting:has([aria-haspopup=menu])').evaluateAll(all =>
      all.map(row => {
        const menu = row.querySelector('[aria-haspopup=menu]')
        const [words, acts] = [row.querySelector('.words'), menu?.closest('.waiting > *')].map(part =>
          part?.getBoundingClientRect(),
        )
        return { writing: row.querySelector('form')?.contains(menu), words, acts }
      }),
    )
    assert.deepEqual(
      rows.map(({ writing }) => writing ?? false),
      [true, true],
    )
    for (const { words, acts } of rows) {
      assert.ok(words && acts)
      assert.equal(acts.left, words.left)
      assert.ok(acts.top >= words.bottom)
    }
    await close()
  })

  it('is a word in the figures’ place when they could not be read, until they are', async () => {
    const fault = { status: 500, json: { code: 'fault', title: 'fault', reference: 'a1b2c3' } }
    const first = async (page: Page) => {
      await page.route(/\/figures$/, route => route.fulfill(fault))
      // As an older release answers a call for several readings: each is then asked for alone.
      await page.route(/\/batch\?/, route =>
        route.fulfill({ status: 404, json: { code: 'gone', title: 'gone' } }),
      )
    }
    const { page, tab, close } = await openTab(browser, site, ODILE, { tab: 'direction', first })
    const done = tab.getByRole('region', { name: 'Ce qui a été fait', exact: true })
    const unread = done.getByText(/^Les chiffres n’ont pas pu être lus\./)
    await unread.waitFor()
    await tab.getByRole('heading', { name: 'Ce qui vous attend' }).waitFor()
    await tab.getByRole('button', { name: 'Réessayer' }).waitFor()
    await page.unrouteAll()
    await tab.locator('html').evaluate(() => window.dispatchEvent(new Event('focus')))
    await done.getByText(/ ont participé/).waitFor()
    await unread.waitFor({ state: 'detached' })
    await close()
  })
})
