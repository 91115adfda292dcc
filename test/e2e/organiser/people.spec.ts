import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { peopleFile } from '../../support/features/people-file.ts'
import { AHMED, CAMILLE, HELENE, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab } from '../window.ts'

describe('« Personnes », in the organisers’ tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [CAMILLE, AHMED, NADIA, HELENE]) await seat(site, person)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  async function opened(wanted: string, options: object = {}): Promise<Tab> {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted, ...options })
    await window.ready()
    return window
  }

  it('shows what a file changes, takes it in, and draws those it expects on the map', async () => {
    const window = await opened('people:file')
    const { tab } = window
    const choose = (...lines: string[]) =>
      tab.locator('input[type=file]').setInputFiles({
        name: 'rentree.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(peopleFile(...lines)),
      })
    await choose('ines@x.fr;Inès;nulle part;')
    await tab.getByText('Le fichier est refusé', { exact: false }).waitFor()
    await tab.getByText('la Direction « nulle part » n’existe pas dans le programme').waitFor()
    // One press reads it as meant, on all lines that say so; it can be taken back, and nothing is written.
    await choose('ines@x.fr;Inès;Direction des lycée;', 'omar@x.fr;Omar;Direction des lycée;')
    await tab.getByText('Vouliez-vous dire « Direction des lycées » ?').waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Oui, sur 2 lignes' }).focus()
    await window.page.keyboard.press('Enter')
    await window.focused('Ce que change rentree.csv')
    await tab.getByText('« Direction des lycée » est lu « Direction des lycées ».').waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Annuler' }).click()
    await tab.getByText('Le fichier est refusé', { exact: false }).waitFor()
    const saved = window.page.waitForEvent('download')
    await tab.getByRole('button', { name: 'Télécharger le fichier à corriger' }).click()
    assert.equal((await saved).suggestedFilename(), 'fichier-a-corriger.csv')
    await choose('ines@x.fr;Inès Roques;mobilites;pilote', 'omar@x.fr;Omar;lycees;')
    await window.focused('Ce que change rentree.csv')
    await tab.getByText('2 personnes nouvelles').waitFor()
    await tab.getByText('pilote (Direction des mobilités)').waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Importer ce fichier' }).click()
    await window.focused('Compte rendu')
    await tab.getByRole('link', { name: 'Joignables' }).click()
    const mobility = tab.getByRole('row', { name: /^Direction des mobilités/ })
    await mobility.waitFor()
    assert.deepEqual(await mobility.getByRole('cell').allTextContents(), ['', '156', '0', '1', '1', '154'])
    assert.deepEqual(await violations(window), [])
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('leads to the channels at any time, also when one is linked already', async () => {
    const window = await opened('people')
    const { tab } = window
    await tab.getByRole('link', { name: 'Canaux et Directions' }).click()
    await window.focused('Canaux et Directions')
    await window.close()
  })

  it('gives a role and takes it back, and keeps one organiser', async () => {
    const window = await opened('people:roles:observer')
    const { tab } = window
    await tab.getByText('Hélène Gaubert').waitFor()
    await tab.getByLabel('Nom d’une personne').fill('nad')
    await window.page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Donner ce rôle : Nadia Ferrer, Observation' }).click()
    await heard(window, 'Nadia Ferrer : observation.')
    await tab.getByRole('row', { name: /^Nadia Ferrer/ }).waitFor()
    await tab.getByRole('button', { name: 'Annuler' }).click()
    await tab.getByRole('row', { name: /^Nadia Ferrer/ }).waitFor({ state: 'detached' })
    await tab.getByRole('link', { name: 'Lab’' }).click()
    // The operator's list names her: nobody takes that back here.
    await tab.getByRole('row', { name: /^Maëlle Rivière \(vous\)/ }).waitFor()
    assert.equal(await tab.getByRole('button', { name: /^Retirer le rôle/ }).count(), 0)
    await window.close()
  })

  it('places somebody in another Direction, from the same list, and takes it back', async () => {
    const window = await opened('people:roles:observer')
    const { tab } = window
    await tab.getByLabel('Nom d’une personne').fill('cam')
    await window.page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Changer de Direction : Camille Martin' }).click()
    const where = tab.getByLabel('Direction de Camille Martin')
    await where.selectOption('Direction des mobilités')
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Placer' }).click()
    await heard(window, 'Camille Martin : Direction des mobilités.')
    await tab.getByRole('button', { name: 'Annuler' }).click()
    await heard(window, 'C’est annulé.')
    const { direction } = await site.stage.app.people.greet({ ...CAMILLE, language: 'fr' })
    assert.equal(direction, 'lycees')
    await window.close()
  })

  it('names a pilot where there is none, on a phone, and takes it back', async () => {
    const window = await opened('people:pilots', { width: 360 })
    const { tab } = window
    await tab.getByRole('link', { name: 'Direction des lycées' }).click()
    await tab.getByRole('button', { name: 'Nommer pilote : Ahmed Saïdi' }).click()
    await tab.getByText('Pilote : Ahmed Saïdi.').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await tab.getByRole('button', { name: 'Annuler' }).click()
    await tab.getByText('Cette Direction n’a pas de pilote.').waitFor()
    await window.close()
  })

  it('tells an observer how many, and nobody’s name', async () => {
    const window = await openTab(browser, site, HELENE, { tab: 'organiser', wanted: 'people' })
    const { tab } = window
    await tab.getByText('Directions sans pilote').waitFor()
    assert.equal(await tab.getByText('Maëlle').count(), 0)
    assert.equal(await tab.getByRole('button').count(), 0)
    assert.deepEqual(await violations(window), [])
    await window.close()
  })

  it('folds on a phone the Directions where nobody is known behind one line', async () => {
    const window = await opened('people', { width: 360 })
    const { tab } = window
    const card = (name: string) => tab.locator('.data-cards').getByText(name, { exact: true })
    await card('Direction des mobilités').waitFor()
    assert.equal(await card('Direction du cabinet').count(), 0)
    await tab.getByRole('button', { name: /^\d+ Directions sans personne connue$/ }).click()
    await card('Direction du cabinet').waitFor()
    await window.focused('2')
    assert.equal(await card('Direction des mobilités').count(), 1)
    assert.deepEqual(await violations(window), [])
    await window.close()
  })
})
