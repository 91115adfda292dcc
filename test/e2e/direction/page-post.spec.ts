import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { CHANNEL } from '../../support/product/stage.ts'
import { KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { ODILE, openDirections } from '../directions.ts'
import { announce, type Site, seat } from '../site.ts'
import { launch, openTab, tabTo } from '../window.ts'

describe('a workshop to come, in the tab of a Direction', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openDirections(4)
    await announce(site)
    await seat(site, KARIM)
    const bound = { channel: CHANNEL, direction: 'mobilites', part: 'channel' }
    await site.stage.as(MAELLE).presses('channels.bind', bound)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const opened = async (who: typeof ODILE, width: number, direction: string) => {
    const window = await openTab(browser, site, who, { tab: 'direction', direction, width })
    await window.ready()
    await window.tab.locator('.coming').waitFor()
    return window
  }

  it('is passed on to its channel by who heads it, with the keyboard, on a phone', async () => {
    const window = await opened(ODILE, 360, 'mobilites')
    const { page, tab } = window
    await tabTo(window, 'Publier\u00A0: Soigner les arrivées')
    await page.keyboard.press('Enter')
    await window.focused('Votre message')
    const dialog = tab.getByRole('dialog', { name: 'Publier dans mon canal' })
    assert.match(await dialog.getByRole('textbox').inputValue(), /^Soigner les arrivées, jeudi 3\u00A0juin/)
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await tabTo(window, 'Publier')
    await page.keyboard.press('Enter')
    await tab
      .getByRole('dialog', { name: 'C’est parti' })
      .getByText(/^Votre message paraît ici/)
      .waitFor()
    await site.stage.settle()
    const posted = JSON.stringify([...site.stage.sent.values()])
    assert.match(posted, /Relayé par Odile Castanier \(Direction des mobilités\)/)
    await page.keyboard.press('Escape')
    const row = tab.locator('.coming', { hasText: 'Soigner les arrivées' })
    await row.getByText(/^Publié /).waitFor()
    await row.getByRole('button', { name: 'Publier de nouveau\u00A0: Soigner les arrivées' }).waitFor()
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('is only read by others, and by who heads another Direction', async () => {
    for (const [who, direction] of [
      [KARIM, 'mobilites'],
      [ODILE, 'tourisme'],
    ] as const) {
      const window = await opened(who, 1280, direction)
      assert.equal(await window.tab.getByRole('button', { name: /^Publier/ }).count(), 0)
      assert.equal(await window.tab.getByText(/^Publié /).count(), 0)
      assert.deepEqual(window.complaints, [])
      await window.close()
    }
  })
})
