import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { HELENE, MAELLE, type Person } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, type Site, seat } from '../site.ts'
import { launch, openTab, type Tab, tabTo } from '../window.ts'

describe('« Réglages », at the end of the bar', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, HELENE)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  async function opened(wanted: string, width: number, who: Person = MAELLE): Promise<Tab> {
    const from = site.clock.now()
    const window = await openTab(browser, site, who, { tab: 'organiser', from, wanted, width })
    await window.ready()
    return window
  }
  const bar = ({ tab }: Tab) => tab.getByRole('navigation', { name: 'Organisation' }).getByRole('link')
  const placesIn = ({ tab }: Tab) => tab.getByRole('navigation', { name: 'Réglages' }).getByRole('link')
  const namesOf = async (links: ReturnType<typeof bar>) =>
    (await links.allInnerTexts()).map(text => text.split('\n')[0])

  it('comes after six pages and the review, and has what is no weekly work', async () => {
    const window = await opened('settings', 1280)
    assert.deepEqual(await namesOf(bar(window)), [
      'Aujourd’hui',
      'Ateliers',
      'Scrutins',
      'Idées',
      'Diffusions',
      'Personnes',
      'Bilan du programme',
      'Réglages',
    ])
    assert.deepEqual(await namesOf(placesIn(window)), ['Programme', 'Canaux et Directions', 'Journal'])
    await window.close()
  })

  it('is in sight on the smallest phone, and leads to the journal and back by keyboard', async () => {
    const window = await opened('today', 320)
    const { page, tab } = window
    const entry = bar(window).last()
    const box = await entry.boundingBox()
    assert.ok(box && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box))
    assert.ok(box.height >= 44 && box.width >= 44)
    await tabTo(window, 'Réglages')
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1, name: 'Réglages' }).waitFor()
    await window.focused('Réglages')
    assert.equal(await entry.getAttribute('aria-current'), 'page')
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await tabTo(window, 'Journal')
    await page.keyboard.press('Enter')
    await window.focused('Journal')
    assert.equal(await entry.getAttribute('aria-current'), 'page')
    await tab
      .getByRole('navigation', { name: 'Vous êtes ici' })
      .getByRole('link', { name: 'Réglages' })
      .click()
    await window.focused('Réglages')
    assert.match(await tab.locator('html').evaluate(() => document.title), /^Réglages · /)
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('lies above what a deep link opened: « Back » of Teams goes there, then to the first page', async () => {
    const window = await opened('programme:file', 360)
    const back = () => window.page.evaluate('teamsHost.pressBack()')
    for (const name of ['Faire Administration', 'Réglages', 'Aujourd’hui']) {
      await back()
      await window.tab.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    }
    await window.close()
  })

  it('offers an observer what they may read, and says of channels that they are not to be changed', async () => {
    const window = await opened('settings', 360, HELENE)
    assert.deepEqual(await namesOf(placesIn(window)), ['Programme', 'Journal'])
    assert.deepEqual(await violations(window), [])
    await window.close()
    const channels = await opened('settings:channels', 360, HELENE)
    await channels.tab.getByText('Votre rôle est de lire', { exact: false }).waitFor()
    assert.equal(await channels.tab.getByRole('combobox').count(), 0)
    await channels.close()
  })
})
