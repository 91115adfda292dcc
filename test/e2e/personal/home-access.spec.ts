import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { firstLoad } from '../first-load.ts'
import { ask, nonce, openSite, type Site, seat } from '../site.ts'
import { launch, openTab } from '../window.ts'

describe('the personal tab, for everybody', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, CAMILLE)
    const idea = { axis: 'equipe', text: 'Un carnet de passation d’une page quand on change de poste' }
    await site.api(KARIM).post('/ideas', { nonce: nonce(), ...idea })
    await site.api(CAMILLE).post('/ideas', { nonce: nonce(), ...idea })
    const unbroken = { axis: 'usager', text: 'Anticonstitutionnellement'.repeat(11) }
    await site.api(KARIM).post('/ideas', { nonce: nonce(), ...unbroken })
    for (const axis of ['usager', 'equipe']) {
      const horizon = '2027-06-30'
      const text = 'Relire chaque mois un courrier type avec deux usagers de l’accueil.'
      await site.api(CAMILLE).post('/commitments', { nonce: nonce(), axis, text, horizon })
    }
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('lets a keyboard scroll the totals of many options on a phone', async () => {
    const many = Array.from({ length: 12 }, (_, at) => `Proposition numéro ${at + 1}`)
    await ask(site, 'Laquelle essayer ?', '2027-05-28', many)
    const window = await openTab(browser, site, CAMILLE, { width: 360 })
    await window.ready()
    await window.tab.locator('.task').getByRole('button', { name: 'Voter' }).click()
    await window.tab.getByRole('dialog').getByText('Voir les totaux').click()
    await window.tab.locator('.totals').waitFor()
    assert.deepEqual(await violations(window), [])
    await window.close()
  })

  for (const width of [320, 360]) {
    it(`fits in ${width} px`, async () => {
      const window = await openTab(browser, site, CAMILLE, { width })
      await window.ready()
      assert.equal(await window.overflow(), 0)
      await window.close()
    })
  }

  it('loads in 95 kB of brotli, dialogs apart', async () => {
    const window = await openTab(browser, site, CAMILLE)
    await window.ready()
    const sizes = await firstLoad(window)
    const total = sizes.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
    assert.ok(sizes.length >= 3, `page, script and style were measured: ${JSON.stringify(sizes)}`)
    assert.ok(total > 0 && total <= 95_000, `first load is ${total} bytes`)
    await window.close()
  })
})
