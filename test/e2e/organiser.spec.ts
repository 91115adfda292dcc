import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { KARIM, MAELLE } from '../support/cast.ts'
import { announce, openSite, type Site } from './site.ts'
import { launch, openTab } from './window.ts'

describe('the organiser’s tab', function () {
  this.timeout(30_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    await announce(site, { date: '2027-05-17' })
    await announce(site, { title: 'Faire équipe' })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('offers the workshops of today, then those of the days that follow, and leads back to them', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', from: site.clock.now() })
    const { tab } = window
    await window.ready()
    const today = tab.getByRole('region', { name: 'Aujourd’hui' })
    await tab.getByRole('region', { name: 'Les prochains jours' }).getByText('Faire équipe').waitFor()
    await today.getByRole('link', { name: /^Soigner les arrivées/ }).click()
    await tab.getByRole('heading', { level: 1, name: 'Soigner les arrivées' }).waitFor()
    await tab.getByRole('link', { name: 'Le jour' }).click()
    await today.waitFor()
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('says to everybody else whose page it is', async () => {
    const { tab, ready, close } = await openTab(browser, site, KARIM, { tab: 'organiser' })
    await ready()
    await tab.getByText(/^Cette page est réservée/).waitFor()
    assert.equal(await tab.getByRole('link').count(), 0)
    await close()
  })
})
