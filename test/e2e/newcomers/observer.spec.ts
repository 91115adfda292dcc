import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { SECTIONS } from '../../../src/tabs/client/organiser/tab/sections.ts'
import { AHMED, CAMILLE, HELENE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, ask, openSite, type Site, seat } from '../site.ts'
import { launch, openTab } from '../window.ts'

const PEOPLE = [CAMILLE, KARIM, NADIA, AHMED, MAELLE]

describe('somebody who observes, the first time', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [...PEOPLE, HELENE]) if (person !== MAELLE) await seat(site, person)
    await announce(site)
    await ask(site, 'Par quelle idée commencer ?', '2027-05-18', ['Une', 'Deux'])
    const nonce = 'nonce-of-an-idea-number-1'
    const text = 'Relire un courrier sur dix avec un usager'
    await site.api(CAMILLE).post('/ideas', { nonce, text, axis: 'usager', unnamed: false })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const opened = async (wanted = '') => {
    const from = site.clock.now()
    const window = await openTab(browser, site, HELENE, { tab: 'organiser', width: 360, from, wanted })
    await window.ready()
    return window
  }

  it('reads the journal, and narrows it by what its address keeps', async () => {
    const window = await opened('journal')
    const { tab } = window
    const announced = tab.getByRole('listitem').getByText('Atelier annoncé', { exact: true })
    await announced.waitFor()
    await tab.getByLabel('Geste').selectOption('Scrutin préparé ou ouvert')
    await announced.waitFor({ state: 'detached' })
    await tab.getByRole('listitem').getByText('Scrutin ouvert', { exact: true }).waitFor()
    assert.match(await tab.locator('html').evaluate(() => location.hash), /^#\/journal\?act=ballots\.open$/)
    await tab.getByRole('checkbox', { name: 'Refusés seulement' }).check()
    await tab.getByText('Aucune entrée ne correspond.').waitFor()
    await tab.getByRole('button', { name: 'Tout afficher' }).click()
    await window.focused('Geste')
    await announced.waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('sees in no section the name of anybody', async () => {
    const mine = SECTIONS.filter(({ roles }) => roles.includes('observer'))
    assert.ok(mine.length > 0)
    const window = await opened()
    for (const { name } of mine) {
      await window.tab.locator('html').evaluate((_, section) => {
        location.hash = `#/${section}`
      }, name)
      await window.tab.getByRole('heading', { level: 1 }).waitFor()
      await window.ready()
      const text = (await window.tab.locator('main').textContent()) ?? ''
      assert.ok(text.length > 20, name)
      for (const person of PEOPLE) assert.ok(!text.includes(person.name), `${name}: ${person.name}`)
    }
    assert.deepEqual(window.complaints, [])
    await window.close()
  })
})
