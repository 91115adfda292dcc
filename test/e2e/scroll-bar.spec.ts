import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { readPng } from '../package/png.ts'
import { CAMILLE, MAELLE } from '../support/sign-in/cast.ts'
import { openSite, type Site, seat } from './site.ts'
import { launch, openTab, type Tab } from './window.ts'

const WIDTH = 1280
const HEIGHT = 500

/** Where the page ends, in px from the left. */
async function endOf({ tab }: Tab): Promise<number> {
  const box = await tab.locator('.page').boundingBox()
  return box ? box.x + box.width : 0
}

/** The colours along the bottom, from inside the page to its window's edge, each once. */
async function coloursAtEdge({ page }: Tab): Promise<readonly string[]> {
  const { width, height, pixels } = readPng(await page.screenshot())
  const row = pixels.slice((height - 1) * width, height * width)
  return [...new Set(row.slice(-30).map(pixel => pixel.join()))]
}

describe('a dialog beside a scroll bar that takes room', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch({ scrollBars: true })
    site = await openSite()
  })
  after(async () => {
    await browser.close()
    await site?.close()
  })

  it('shades the page up to its edge, and moves nothing of it', async () => {
    const window = await openTab(browser, site, CAMILLE, { width: WIDTH })
    const { page, tab, ready, close } = window
    await page.setViewportSize({ width: WIDTH, height: HEIGHT })
    await ready()
    const end = await endOf(window)
    assert.ok(end < WIDTH)
    assert.notEqual((await coloursAtEdge(window)).length, 1)
    await tab.getByRole('button', { name: 'Je m’engage', exact: true }).first().click()
    await tab.getByRole('dialog').waitFor()
    assert.deepEqual([await endOf(window), (await coloursAtEdge(window)).length], [end, 1])
    await page.keyboard.press('Escape')
    await tab.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal(await endOf(window), end)
    await close()
  })
  it('is not beside two channels, which have room', async () => {
    await seat(site, MAELLE)
    await site.stage.as(MAELLE).installs('channel')
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      wanted: 'workshops',
      width: WIDTH,
    })
    await window.tab.getByRole('link', { name: 'Nouvel atelier' }).click()
    const list = window.tab.locator('.where-list').first()
    await list.waitFor()
    const [whole, seen] = await list.evaluate(node => [node.scrollHeight, node.clientHeight])
    assert.equal(whole, seen)
    await window.close()
  })
})
