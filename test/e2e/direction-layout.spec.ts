import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { ODILE, openDirections } from './directions.ts'
import { fillFigures } from './screens/full-figures.ts'
import type { Site } from './site.ts'
import { launch, openTab } from './window.ts'

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
        ['here', 'average'].map(name => tab.locator(`.side .label-${name}`).boundingBox()),
      )
      assert.ok(here && average)
      assert.ok(here.y + here.height <= average.y || average.y + average.height <= here.y, `${width} px`)
    }
    await close()
  })

  it('is what becomes of an idea under its words, where its answer is being written too', async () => {
    const { tab, ready, close } = await openTab(browser, site, ODILE, { tab: 'direction', width: 1280 })
    await ready()
    const rows = await tab.locator('.waiting:has(.deciding)').evaluateAll(all =>
      all.map(row => {
        const [words, left] = ['.words', '.deciding'].map(
          part => row.querySelector(part)?.getBoundingClientRect().left,
        )
        return { writing: row.querySelector('form') !== null, left, words }
      }),
    )
    assert.deepEqual([...new Set(rows.map(({ writing }) => writing))], [true, false])
    for (const { left, words } of rows) assert.equal(left, words)
    await close()
  })
})
