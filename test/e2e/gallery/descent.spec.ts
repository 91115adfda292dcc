import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { CAMILLE, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openLineage } from '../lineage.ts'
import { heard, launch, openTab, type Tab } from '../window.ts'

describe('what became of initiatives', function () {
  this.timeout(60_000)
  let browser: Browser
  let on: Awaited<ReturnType<typeof openLineage>>
  let windows: Tab[] = []

  before(async () => {
    browser = await launch()
    on = await openLineage()
  })
  after(async () => {
    await browser.close()
    await on.site.close()
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
  })

  async function opened(person: Person, options: object = {}): Promise<Tab> {
    const window = await openTab(browser, on.site, person, { tab: 'gallery', ...options })
    windows.push(window)
    await window.ready()
    return window
  }
  const plain = (text: string | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()

  it('is looked for in one field, and said on each card, of those that were stopped with why', async () => {
    const window = await opened(NADIA, { width: 360 })
    const { tab } = window
    await tab.getByRole('button', { name: 'Filtrer et trier' }).click()
    const which = tab.getByRole('combobox', { name: 'Lesquelles' })
    assert.deepEqual(await which.locator('option').allTextContents(), [
      'Toutes les initiatives',
      'Celles que je porte ou rejoins',
      'En essai',
      'Généralisées',
      'Arrêtées, et pourquoi',
    ])
    for (const [choice, title, badge] of [
      ['running', 'Le carnet de passation', 'En essai'],
      ['generalised', 'Réparer avant de racheter', 'Généralisée'],
      ['stopped', 'Un accueil sans rendez-vous', 'Arrêtée'],
    ] as const) {
      await which.selectOption(choice)
      await tab.locator('.initiative h2').getByText(title, { exact: true }).waitFor()
      assert.deepEqual(await tab.locator('.initiative-head').allInnerTexts(), [`${title}\n${badge}`])
      await heard(window, '1\u00A0initiative')
    }
    await tab.getByText(/^Pourquoi\s: Deux personnes par jour/).waitFor()
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    assert.deepEqual(window.complaints, [])
  })

  it('is walked by keyboard from an initiative to what took it up, and back', async () => {
    const window = await opened(NADIA, { wanted: on.handbook })
    const { page, tab } = window
    await tab.locator('summary').getByText('Reprise par 2 initiatives').focus()
    await page.keyboard.press('Enter')
    await tab.locator('.descendants a').first().waitFor()
    assert.deepEqual((await tab.locator('.descendants li').allInnerTexts()).map(plain), [
      'Un carnet pour les chantiers En exploration · Direction des mobilités',
      'Un carnet d’une page dans chaque lycée En exploration · Direction des lycées',
      'Un carnet pour les stagiaires Direction des mobilités',
    ])
    assert.deepEqual(await violations(window), [])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tab.locator('h1:focus').getByText('Un carnet pour les chantiers').waitFor()
    await tab.locator('.lineage').getByRole('link', { name: 'Le carnet de passation' }).click()
    await tab.locator('h1:focus').getByText('Le carnet de passation').waitFor()
  })

  it('is read Direction by Direction, the others as a number', async () => {
    const window = await opened(NADIA, { wanted: on.handbook })
    const { tab } = window
    await tab.locator('summary').getByText('Direction par Direction').click()
    const table = tab.getByRole('table', { name: 'Direction par Direction' })
    await table.waitFor()
    assert.deepEqual((await table.locator('tbody tr').allInnerTexts()).map(plain), [
      'Direction des mobilités essaie a repris : Un carnet pour les chantiers (En exploration)',
      'Direction des lycées essaie a repris : Un carnet d’une page dans chaque lycée (En exploration)',
    ])
    await tab.getByText('28 autres Directions').waitFor()
    assert.deepEqual(await violations(window), [])
  })

  it('goes along with whoever is inspired by it', async () => {
    const { tab } = await opened(CAMILLE, { wanted: on.handbook })
    await tab.getByRole('button', { name: 'S’en inspirer' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText(/Si nous tenons un carnet d’une page à chaque départ, alors la personne/).waitFor()
    await dialog.getByText('Chez vous, qu’est-ce qui changerait\u202F?').waitFor()
  })
})
