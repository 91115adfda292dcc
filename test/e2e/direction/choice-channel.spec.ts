import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { KARIM, LEA } from '../../support/sign-in/cast.ts'
import { openSite, type Site, seat } from '../site.ts'
import { launch, openTab } from '../window.ts'

describe('adding a Direction’s tab to a channel', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, KARIM)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('offers one’s own Direction, and keeps the one that is chosen, with the keyboard', async () => {
    const { page, tab, ready, close, complaints } = await openTab(browser, site, KARIM, { tab: 'config' })
    await ready()
    const list = tab.getByRole('combobox', { name: 'Direction montrée' })
    assert.equal(await list.inputValue(), 'numerique')
    await list.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    const chosen = await list.inputValue()
    assert.notEqual(chosen, 'numerique')
    await page.locator('#save:enabled').click()
    await tab.getByRole('heading', { name: 'Ce qui a été fait' }).waitFor()
    const kept = await page.evaluate(() => Reflect.get(window, 'teamsHost').kept)
    assert.deepEqual(kept, {
      entityId: `direction-${chosen}`,
      contentUrl: `${site.url}/tabs/direction?direction=${chosen}`,
      suggestedDisplayName: await tab.getByRole('heading', { level: 1 }).textContent(),
    })
    assert.deepEqual(complaints, [])
    await close()
  })

  it('waits for a choice from somebody without a Direction', async () => {
    const { page, tab, ready, close } = await openTab(browser, site, LEA, { tab: 'config' })
    await ready()
    assert.equal(await page.locator('#save').isDisabled(), true)
    await tab.getByRole('combobox').selectOption('lycees')
    await page.locator('#save:enabled').waitFor()
    await close()
  })
})
