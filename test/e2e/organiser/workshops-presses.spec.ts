import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { PlanView, SeriesView } from '../../../src/tabs/contract/workshops/planning.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, type Site } from '../site.ts'
import { launch, openTab, type Tab } from '../window.ts'

/** Counts presses as a person makes them: typing is none, a list takes two. */
function hands({ tab }: Tab) {
  let count = 0
  return {
    count: () => count,
    async press(role: 'link' | 'button' | 'radio' | 'checkbox', name: string | RegExp) {
      await tab.getByRole(role, { name }).first().click()
      count += 1
    },
    async choose(name: string | RegExp, option: string | { index: number }) {
      await tab.getByRole('combobox', { name }).selectOption(option)
      count += 2
    },
  }
}

describe('presses from « Aujourd’hui »', function () {
  this.timeout(90_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    await site.stage.as(MAELLE).installs('channel')
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const opened = async (options: object = {}): Promise<Tab> => {
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      from: site.clock.now(),
      width: 1280,
      ...options,
    })
    await window.ready()
    return window
  }
  const titles = async () =>
    (await site.api(MAELLE).get<Page<PlanView>>('/planning')).items.map(({ title }) => title)

  it('are five to announce a first workshop, and three for the next: its channel and axis are kept', async () => {
    const window = await opened()
    const { tab } = window
    const { press, choose, count } = hands(window)
    const write = async (title: string, date: string) => {
      await tab.getByLabel('Titre').fill(title)
      await tab.getByLabel('Jour').fill(date)
      await tab.getByLabel('Lieu').fill('Salle Garonne')
    }
    await press('link', 'Nouveau')
    await press('link', /^Atelier /)
    await tab.getByText('La carte paraît ici').waitFor()
    // Nothing is said of fields that nobody came to yet; pressed too early, what is missing is said beside each.
    assert.equal(await tab.getByRole('alert').filter({ hasText: /\S/ }).count(), 0)
    await tab.getByRole('button', { name: 'Annoncer' }).click()
    await window.focused('Titre')
    await write('Le premier', '2027-06-10')
    await choose('Axe', 'usager')
    await tab.locator('.look').getByText('Je participe').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await press('button', 'Annoncer')
    await tab.getByRole('heading', { level: 1, name: 'Le premier' }).waitFor()
    await tab.locator('.notice-text', { hasText: 'Le premier' }).waitFor()
    const first = count()
    await tab.getByRole('link', { name: 'Aujourd’hui' }).first().click()
    await press('link', 'Nouveau')
    await press('link', /^Atelier /)
    await write('Le deuxième', '2027-06-11')
    await tab.locator('.look').getByText('Le deuxième').waitFor()
    await press('button', 'Annoncer')
    await tab.getByRole('heading', { level: 1, name: 'Le deuxième' }).waitFor()
    assert.deepEqual([first, count() - first], [5, 3])
    assert.deepEqual((await titles()).toSorted(), ['Le deuxième', 'Le premier'])
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('are nine for a series of five days with quotas, one a week, from its first date to its channel', async () => {
    const window = await opened()
    const { tab } = window
    const { press, choose, count } = hands(window)
    await press('link', 'Nouveau')
    await press('link', /^Série /)
    await tab.getByLabel('Titre').fill('Les journées de juin')
    await choose('Axe', 'usager')
    await press('button', 'Créer, puis ajouter ses journées')
    await window.focused('Ajouter une journée')
    await tab.getByLabel(/^Jour/).fill('2027-06-10')
    await tab.getByLabel('Lieu').fill('Toulouse')
    await tab.getByLabel(/^Places/).fill('140')
    await tab.getByLabel(/^Combien de journées/).fill('5')
    assert.deepEqual(await tab.locator('.day-dates li').count(), 5)
    await press('checkbox', /^Des places pour chaque Direction/)
    await tab.getByLabel(/^Ouvrir les inscriptions/).fill('2027-05-24')
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await press('button', 'Ajouter 5 journées')
    await window.focused('Les journées de juin')
    await tab.getByText('5 journées, 700 places en tout').first().waitFor()
    // What leaves is what stands beside the form: nobody can take part before registration opens.
    const card = tab.locator('.look')
    await card.getByText('Les inscriptions ne sont pas encore ouvertes').waitFor()
    assert.equal(await card.getByText('Je participe').count(), 0)
    await press('checkbox', /Ateliers/)
    await tab.getByText(/^L’annonce paraîtra dans/).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await press('button', 'Annoncer')
    await tab.getByText('L’annonce part vers ses canaux.').first().waitFor()
    assert.equal(count(), 9)
    const { items } = await site.api(MAELLE).get<Page<PlanView>>('/planning?text=journ%C3%A9es')
    const id = items.find(({ title }) => title === 'Les journées de juin')?.id ?? ''
    const series = await site.api(MAELLE).get<SeriesView>(`/series/${id}`)
    assert.deepEqual(
      series.days.map(({ typed }) => typed.date),
      ['2027-06-10', '2027-06-17', '2027-06-24', '2027-07-01', '2027-07-08'],
    )
    const without = series.days.flatMap(({ directions }) => directions.filter(({ quota = 0 }) => quota < 1))
    assert.deepEqual(without, [])
    assert.ok(series.announced)
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('look at the card on a phone where it is folded, beside « Annoncer »', async () => {
    const window = await opened({ wanted: 'workshops:new', width: 360, theme: 'dark' })
    const { tab } = window
    await tab.getByLabel('Titre').fill('Sur un téléphone')
    await tab.getByLabel('Jour').fill('2027-06-12')
    await tab.getByLabel('Axe').selectOption('usager')
    await tab.getByLabel('Lieu').fill('Salle Garonne')
    const look = tab.locator('.look')
    await look.waitFor({ state: 'attached' })
    assert.equal(await look.isVisible(), false)
    await tab.locator('summary', { hasText: 'Aperçu de la carte' }).click()
    await look.getByText('Je participe').waitFor()
    await tab.getByRole('button', { name: 'Annoncer' }).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    assert.deepEqual(window.complaints, [])
    await window.close()
  })
})
