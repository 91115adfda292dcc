import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { nextStepStore } from '../../../src/features/next-steps/step/store.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import { CAMILLE, KARIM, MAELLE, NADIA, OWEN } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { counted } from '../counted.ts'
import { ODILE, openDirections } from '../directions.ts'
import { retain } from '../initiatives.ts'
import { nonce, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab, tabTo } from '../window.ts'

const LATE = 'Choisir deux services pour l’essai'
const PROPOSED = 'Relire le modèle avec l’accueil'

describe('what waits for somebody in charge of a Direction', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let windows: Tab[] = []

  async function write(idea: string, text: string, mine: boolean): Promise<OwnStepView> {
    const given = { kind: 'idea', id: idea, text, due: '2027-05-28', mine, nonce: nonce() }
    return site.api(ODILE).post<OwnStepView>('/steps', given)
  }

  before(async () => {
    browser = await launch()
    site = await openDirections()
    for (const who of [NADIA, CAMILLE, KARIM, OWEN]) await seat(site, who)
    const idea = await retain(site, NADIA, 'equipe', 'Un carnet de passation d’une page')
    const { id } = await write(idea, LATE, true)
    await site.stage.app.database.transact(async tx => {
      const step = await nextStepStore(tx).find(id)
      if (step) await nextStepStore(tx).change({ ...step, due: '2027-05-10' })
    })
    await write(idea, PROPOSED, false)
    // As many supports, of as many Directions, as oblige an answer.
    const { items } = await site.api(ODILE).get<{ items: { id: string }[] }>('/directions/mobilites/waiting')
    for (const who of [CAMILLE, KARIM, OWEN, MAELLE])
      await site.api(who).put(`/ideas/${items.at(-1)?.id}/support`, { support: true })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
  })

  async function opened(who = ODILE, width = 1280): Promise<Tab> {
    const window = await openTab(browser, site, who, { tab: 'direction', direction: 'mobilites', width })
    windows.push(window)
    await window.ready()
    return window
  }

  it('is said in one line, an answer that is due first, then shown in that order, each with one act', async () => {
    const window = await opened()
    const { tab } = window
    assert.equal(
      await tab.locator('.now-line').textContent(),
      '4 idées attendent, dont 1 réponse due le 16\u00A0juin\u00A0·\u00A01 suite en retard\u00A0·\u00A01 suite à confier',
    )
    await counted(tab.locator('.waiting'), 3)
    const rows = tab.locator('.waiting')
    await rows
      .nth(0)
      .getByText(/Réponse due le 16.juin/)
      .waitFor()
    await rows
      .nth(0)
      .getByRole('textbox', { name: /^Votre réponse/ })
      .waitFor()
    await rows.nth(1).getByText(LATE).waitFor()
    await rows.nth(2).getByText(PROPOSED).waitFor()
    // Their code comes after the page.
    for (const at of [1, 2]) await counted(rows.nth(at).getByRole('button'), 2)
    const named = (at: number) => rows.nth(at).getByRole('button').allTextContents()
    assert.deepEqual(await named(1), ['C’est fait', ''])
    assert.deepEqual(await named(2), ['Confier à', ''])
    assert.equal(await tab.getByRole('checkbox').count(), 0)
    await tab.getByText('1 idée sur 5 a une réponse ou une décision.').waitFor()
    assert.deepEqual(await violations(window), [])
  })

  it('is folded on a phone but for the first of it and what is late', async () => {
    const window = await opened(ODILE, 360)
    const { tab } = window
    await counted(tab.locator('.waiting'), 2)
    await tab.locator('.waiting').nth(1).getByText(LATE).waitFor()
    await tab.getByRole('button', { name: 'Voir les 6' }).click()
    await counted(tab.locator('.waiting'), 6)
    assert.equal(await window.overflow(), 0)
  })

  it('is done in its place with the keyboard, and can be taken back there', async () => {
    const window = await opened()
    const { page, tab } = window
    await tabTo(window, `C’est fait\u00A0: ${LATE}`)
    await page.keyboard.press('Enter')
    await heard(window, 'C’est noté\u00A0: la suite est tenue')
    const row = tab.locator('.waiting').nth(1)
    await row.getByText('Tenue').waitFor()
    assert.doesNotMatch((await tab.locator('.now-line').textContent()) ?? '', /en retard/)
    await window.focused('Annuler')
    await page.keyboard.press('Enter')
    await row.getByText('En retard').waitFor()
    await tab.locator('.now-line').getByText('1 suite en retard').waitFor()
  })

  it('is confided to a colleague of the Direction from there', async () => {
    const { page, tab } = await opened()
    const row = tab.locator('.waiting').nth(2)
    await row.getByRole('button', { name: /^Confier à/ }).click()
    await row.getByRole('combobox').fill('Na')
    await tab.getByRole('option', { name: 'Nadia Ferrer' }).click()
    await row.getByRole('button', { name: 'Lui demander' }).click()
    await row.getByText('Demandé à Nadia Ferrer, sans réponse encore').waitFor()
    await page.reload()
    await tab
      .locator('.waiting')
      .nth(2)
      .getByRole('button', { name: /^Ne plus demander/ })
      .waitFor()
  })

  it('is nobody else’s to see but as a number of ideas', async () => {
    const { tab } = await opened(NADIA)
    await tab.getByText('4 idées attendent une réponse.').waitFor()
    assert.equal(await tab.getByText(LATE).count(), 0)
    assert.equal(await tab.getByText(PROPOSED).count(), 0)
    assert.equal(await tab.locator('.waiting').count(), 0)
    assert.deepEqual(await tab.getByRole('alert').allTextContents(), [])
  })
})
