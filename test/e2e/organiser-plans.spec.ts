import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { SeriesView } from '../../src/tabs/contract/planning.ts'
import { CAMILLE, MAELLE } from '../support/cast.ts'
import { openSite, type Site, seat } from './site.ts'
import { heard, launch, openTab } from './window.ts'

describe('planning workshops in the organiser’s tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, CAMILLE)
    await site.stage.as(MAELLE).installs('channel')
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('leads a series from its title to its channel, and calls off a day, by keyboard alone', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'workshops' })
    const { page, tab } = window
    await window.ready()
    const press = async (role: 'link' | 'button', name: string | RegExp) => {
      await tab.getByRole(role, { name }).first().focus()
      await page.keyboard.press('Enter')
    }
    const type = async (label: string, text: string) => {
      await tab.getByLabel(label).focus()
      await page.keyboard.type(text)
    }
    await press('link', 'Nouvelle série')
    await window.focused('Nouvelle série')
    await press('button', 'Créer, puis ajouter ses journées')
    await window.focused('Titre')
    await type('Titre', 'Les journées du printemps')
    await tab.getByLabel('Axe').focus()
    await page.keyboard.press('ArrowDown')
    await press('button', 'Créer, puis ajouter ses journées')
    await window.focused('Les journées du printemps')
    await press('link', 'Ajouter une journée')
    await window.focused('Ajouter une journée')
    const holiday = tab.getByText('C’est un jour férié. Vous pouvez garder cette date.')
    await tab.getByLabel('Jour').fill('2027-07-14')
    await holiday.waitFor()
    await tab.getByLabel('Jour').fill('')
    await holiday.waitFor({ state: 'detached' })
    await press('button', 'Enregistrer')
    await window.focused('Jour')
    await tab.getByLabel('Jour').fill('2027-06-10')
    await type('Lieu', 'Toulouse')
    await press('button', 'Enregistrer')
    await window.focused('Les journées du printemps')
    await press('link', 'Annoncer')
    await window.focused('Où annoncer la série')
    await press('button', 'Voir l’aperçu')
    await window.focused('Canal de l’annonce')
    await page.keyboard.press('ArrowDown')
    await press('button', 'Voir l’aperçu')
    await window.focused('Aperçu de la carte')
    await press('button', 'Annoncer')
    await window.focused('Les journées du printemps')
    await heard(window, 'L’annonce part vers ses canaux.')
    const day = tab.getByRole('row', { name: /10 juin/ })
    await day.getByText('Places libres').waitFor()
    await day.getByRole('link', { name: /^Annuler ou reporter/ }).focus()
    await page.keyboard.press('Enter')
    await window.focused('Annuler ou reporter')
    await tab.getByText('Personne n’a de place ni n’attend').waitFor()
    assert.equal(await tab.getByText(/l’apprennent par un message/).count(), 0)
    await type('Raison', 'La salle est prise')
    await press('button', 'Annuler l’atelier')
    await day.getByText('Annulé').waitFor()
    assert.deepEqual(window.complaints, [])
    const id = (await tab.locator('html').evaluate(() => location.hash)).split('/').at(-1) ?? ''
    const series = await site.api(MAELLE).get<SeriesView>(`/series/${id}`)
    assert.deepEqual([series.announced, series.days[0]?.stage], [true, 'cancelled'])
    await window.close()
  })
})
