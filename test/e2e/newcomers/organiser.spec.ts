import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { BindingView } from '../../../src/tabs/contract/channels.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, type Site } from '../site.ts'
import { heard, launch, openTab } from '../window.ts'

describe('somebody who organises, the first time', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('is led from the first steps to a channel that stands for its Direction, by keyboard too', async () => {
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      from: site.clock.now(),
      width: 360,
    })
    await window.ready()
    const { page, tab } = window
    const steps = tab.getByRole('region', { name: 'Premiers pas' })
    await steps.getByText('1 sur 6').waitFor()
    assert.deepEqual(await violations(window), [])
    await steps.getByRole('link', { name: /^Rattacher les canaux/ }).click()
    await tab.getByRole('heading', { level: 1, name: 'Canaux et Directions' }).waitFor()
    await window.focused('Canaux et Directions')
    await tab.getByText('Le bot n’est encore dans aucune équipe').waitFor()
    assert.match(await tab.locator('html').evaluate(() => document.title), /^Canaux et Directions · /)

    // The app is added to a team elsewhere in Teams, then the person comes back.
    await site.stage.as(MAELLE).installs('channel')
    await tab
      .locator('html')
      .evaluate(html => html.ownerDocument.defaultView?.dispatchEvent(new Event('focus')))
    const channel = tab.getByRole('combobox', { name: 'Ateliers · Faire Administration' })
    await channel.waitFor()
    await channel.selectOption('Direction des lycées')
    await channel.press('Tab')
    await window.focused('Rattacher')
    await page.keyboard.press('Enter')
    await heard(window, 'Le rattachement est enregistré.')
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    const { items } = await site.api(MAELLE).get<Page<BindingView>>('/channels/bindings')
    assert.equal(items[0]?.direction, 'lycees')

    await tab.locator('html').evaluate(() => history.back())
    await window.focused('Aujourd’hui')
    await steps.getByText('2 sur 6').waitFor()
    await tab
      .getByRole('navigation', { name: 'Organisation' })
      .getByRole('link', { name: 'Ateliers' })
      .click()
    await tab.getByRole('heading', { level: 1, name: 'Ateliers' }).waitFor()
    await window.focused('Ateliers')
    assert.equal(
      await tab.getByRole('link', { name: 'Ateliers', exact: true }).getAttribute('aria-current'),
      'page',
    )
    assert.deepEqual(window.complaints, [])
    await window.close()
  })
})
