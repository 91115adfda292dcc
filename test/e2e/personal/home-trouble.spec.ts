import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { Page as PageOf } from '../../../src/tabs/contract/primitives.ts'
import { CAMILLE, HELENE, STRANGER } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { nonce, openSite, type Site, seat } from '../site.ts'
import { launch, openTab } from '../window.ts'

/** Each reading is then asked for alone. */
const GONE = { type: 'about:blank', status: 404, title: 'Rien ici.', code: 'gone' }

describe('the personal tab in trouble', function () {
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

  it('says that it needs Teams when opened outside it', async () => {
    const page = await browser.newPage({ locale: 'fr-FR' })
    await page.goto(`${site.url}/tabs/personal`)
    const sentence = 'Cette page s’ouvre dans Teams, avec votre compte professionnel.'
    await page.getByRole('heading', { name: sentence }).waitFor()
    assert.equal((await page.getByRole('main').textContent())?.trim(), sentence)
    await page.close()
  })

  it('says that the session is over when the token is refused', async () => {
    const { tab, close } = await openTab(browser, site, CAMILLE, { token: 'of nobody' })
    await tab.getByText('Votre session Teams a expiré. Rouvrez l’onglet pour continuer.').waitFor()
    await close()
  })

  it('says whom it is for to somebody of another organisation', async () => {
    const { tab, close } = await openTab(browser, site, STRANGER)
    await tab.getByText(/^Cet espace est réservé au personnel \(/).waitFor()
    await close()
  })

  it('shows an observer the axes, and neither a box of their own nor a button that would be refused', async () => {
    await seat(site, HELENE)
    const idea = { axis: 'equipe', text: 'Un banc devant chaque accueil' }
    await site.api(CAMILLE).post('/ideas', { nonce: nonce(), ...idea })
    const { tab, ready, close } = await openTab(browser, site, HELENE, { unfolded: true })
    await ready()
    await counted(tab.getByRole('heading', { name: 'Faire équipe' }), 1)
    assert.equal(await tab.getByRole('button', { name: /Je m’engage|Proposer|Soutenir/ }).count(), 0)
    assert.equal(await tab.getByRole('heading', { name: /^Mes |Pour vous/ }).count(), 0)
    await tab.getByRole('button', { name: /^Commentaires/ }).click()
    await tab.getByRole('list', { name: 'Commentaires' }).waitFor({ state: 'attached' })
    assert.equal(await tab.getByRole('textbox').count(), 0)
    await tab.getByRole('button', { name: 'Fermer' }).click()
    assert.deepEqual(await tab.getByRole('alert').allTextContents(), [])
    await close()
    const { items } = await site.api(HELENE).get<PageOf<AuditView>>('/audit')
    assert.equal(items.filter(({ role }) => role === 'observer').length, 0)
  })

  it('keeps what is on screen when the network goes, says from when, and reads on after', async () => {
    const { page, tab, ready, close } = await openTab(browser, site, CAMILLE)
    await ready()
    await page.route(`${site.url}/api/**`, route => route.abort())
    await tab.locator('html').evaluate(() => window.dispatchEvent(new Event('focus')))
    await tab.getByText(/^Réseau absent\. Ce qui est à l’écran date de/).waitFor()
    await counted(tab.locator('.axis'), 5)
    await page.unroute(`${site.url}/api/**`)
    await tab.getByRole('button', { name: 'Réessayer' }).click()
    await tab.getByText(/^Réseau absent/).waitFor({ state: 'detached' })
    await close()
  })

  it('shows the reference of a fault, and still what could be read', async () => {
    const { page, tab, ready, close } = await openTab(browser, site, CAMILLE)
    await ready()
    const problem = { type: 'about:blank', status: 500, title: 'Panne', code: 'fault', reference: 'ab12cd34' }
    await page.route(`${site.url}/api/v1/batch?*`, route => route.fulfill({ status: 404, json: GONE }))
    await page.route(`${site.url}/api/v1/workshops`, route => route.fulfill({ status: 500, json: problem }))
    await page.route(`${site.url}/api/v1/commitments`, route =>
      route.request().method() === 'POST' ? route.fulfill({ status: 500, json: problem }) : route.continue(),
    )
    await tab.getByRole('button', { name: 'Je m’engage', exact: true }).first().click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Axe' }).selectOption('equipe')
    await dialog.getByRole('textbox').fill('Ranger la salle')
    await dialog.getByRole('button', { name: 'Je m’engage' }).click()
    await dialog.getByText(/ab12cd34/).waitFor()
    assert.equal(await dialog.getByRole('textbox').inputValue(), 'Ranger la salle')
    await close()
  })

  it('says once that nothing of what is past could be read, and reads it all again', async () => {
    const first = async (page: Page) => {
      await page.route(/\/api\/v1\/(?!me$|programme$)/, route => route.abort())
      await page.route(`${site.url}/api/v1/batch?*`, route => route.fulfill({ status: 404, json: GONE }))
    }
    const { page, tab, close } = await openTab(browser, site, CAMILLE, { wanted: 'past', first })
    await counted(tab.getByText(/n’ont pas pu être lus\.$/), 3)
    await counted(tab.getByRole('alert'), 1)
    await Promise.all([
      page.waitForRequest(/\/workshops$/),
      page.waitForRequest(/\/me\/messages\/past$/),
      tab.getByRole('button', { name: 'Réessayer' }).click(),
    ])
    await page.unrouteAll()
    await tab.locator('html').evaluate(() => window.dispatchEvent(new Event('focus')))
    await tab
      .getByText(/n’ont pas pu être lus\.$/)
      .first()
      .waitFor({ state: 'detached' })
    await tab.getByRole('alert').waitFor({ state: 'detached' })
    await close()
  })
})
