import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Page } from '../../src/tabs/contract/common.ts'
import type { PlanView, SeriesView, SheetView } from '../../src/tabs/contract/planning.ts'
import { CAMILLE, MAELLE } from '../support/cast.ts'
import { announce, openSite, type Site, seat } from './site.ts'
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

  it('gives out the seats of a workshop that stands alone, and keeps why it is called off until that is sent', async () => {
    await announce(site, { title: 'Une heure seule', date: '2027-06-15', seats: 12 })
    const { items } = await site.api(MAELLE).get<Page<PlanView>>('/planning?text=heure%20seule')
    const id = items[0]?.id ?? ''
    const plan = () => site.api(MAELLE).get<SheetView>(`/workshops/${id}/plan`)
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: `workshops:${id}` })
    const { tab } = window
    await window.ready()
    const seats = tab.getByRole('region', { name: 'Places', exact: true })
    await seats.getByText('Aucun quota').waitFor()
    await seats.getByRole('link', { name: 'Changer les règles' }).click()
    await window.focused('Places et quotas')
    await tab.getByRole('checkbox', { name: /^Un nombre de places par/ }).check()
    await tab.getByLabel('Places gardées').fill('12')
    await tab.getByRole('button', { name: 'Enregistrer' }).click()
    await tab.getByText(/^Gardez 11/).waitFor()
    await tab.getByLabel('Places gardées').fill('2')
    await tab.getByRole('button', { name: 'Enregistrer' }).click()
    await window.focused('Une heure seule')
    await seats.getByRole('link', { name: 'Quotas par' }).click()
    await tab.getByText(/^Toutes les places sont réparties/).waitFor()
    const lycees = tab.getByLabel('Direction des lycées')
    await lycees.fill('10')
    await tab.getByText(/de trop/).waitFor()
    await tab.getByRole('button', { name: 'Enregistrer' }).click()
    await tab.getByText(/^Les quotas font/).waitFor()
    for (const field of await tab.locator('.quota input').all()) await field.fill('0')
    await lycees.fill('10')
    await tab.getByRole('button', { name: 'Enregistrer' }).click()
    await window.focused('Une heure seule')
    const given = (await plan()).directions.filter(({ quota = 0 }) => quota > 0)
    assert.deepEqual(given, [{ direction: 'lycees', quota: 10, seats: 0 }])
    await tab.getByRole('link', { name: 'Annuler ou reporter' }).click()
    await tab.getByLabel('Raison').fill('La salle est')
    await tab.getByRole('link', { name: 'Une heure seule' }).click()
    await tab.getByRole('link', { name: 'Annuler ou reporter' }).click()
    assert.equal(await tab.getByLabel('Raison').inputValue(), 'La salle est')
    await tab.getByLabel('Raison').fill('La salle est prise')
    await tab.getByRole('button', { name: 'Annuler l’atelier' }).click()
    await tab.getByText('Cet atelier n’aura pas lieu.').waitFor()
    assert.equal(await tab.getByRole('link', { name: 'Changer les règles' }).count(), 0)
    assert.deepEqual(window.complaints, [])
    await window.close()
  })
})
