import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { KARIM, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { firstLoad } from '../first-load.ts'
import { carry, openInitiatives } from '../initiatives.ts'
import type { Site } from '../site.ts'
import { launch, openTab, type Tab } from '../window.ts'

const LONG =
  'Anticonstitutionnellement dématérialiser les photocopieuses multifonctionnelles de toutes les Directions'

describe('the gallery, for everybody', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let long: string

  before(async () => {
    browser = await launch()
    ;({ site } = await openInitiatives())
    const problem = 'https://intranet.example/'.padEnd(300, 'a')
    long = await carry(
      site,
      { owner: OWEN },
      { title: LONG, problem, story: problem, outcome: problem, phase: 'done' },
    )
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  async function opened(options: object, who: Person = KARIM): Promise<Tab> {
    const window = await openTab(browser, site, who, { tab: 'gallery', ...options })
    await window.ready()
    return window
  }

  it('has nothing for axe to say, 360 px wide', async () => {
    const window = await opened({ width: 360 })
    const { page, tab } = window
    await tab.getByRole('button', { name: 'Filtrer et trier' }).click()
    assert.deepEqual(await violations(window), [])
    await tab
      .getByRole('button', { name: /^Je rejoins/ })
      .first()
      .click()
    await tab.getByRole('dialog').waitFor()
    assert.deepEqual(await violations(window), [])
    await page.keyboard.press('Escape')
    await tab.getByRole('link', { name: 'Le carnet de passation' }).click()
    await tab.locator('.timeline li').first().waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Modifier la fiche' }).click()
    await tab.getByRole('dialog').waitFor()
    assert.deepEqual(await violations(window), [])
    await window.close()
  })

  it('fits from 320 to 1100 px with the longest words, in both languages', async () => {
    for (const [who, wanted] of [
      [KARIM, ''],
      [OWEN, ''],
      [KARIM, long],
      [OWEN, long],
    ] as const) {
      const window = await opened({ wanted }, who)
      for (const width of [1100, 700, 360, 320]) {
        await window.page.setViewportSize({ width, height: 900 })
        assert.equal(await window.overflow(), 0, `${wanted} at ${width}`)
      }
      await window.close()
    }
  })

  it('loads in 86 kB of brotli, sheets and dialogs apart', async () => {
    const window = await opened({})
    const sizes = await firstLoad(window)
    const total = sizes.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
    assert.ok(sizes.length >= 3, `page, script and style were measured: ${JSON.stringify(sizes)}`)
    assert.ok(total > 0 && total <= 86_000, `first load is ${total} bytes`)
    await window.close()
  })
})
