import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { MethodFileView } from '../../../src/tabs/contract/programme/method.ts'
import { CAMILLE, HELENE, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, type Site, seat } from '../site.ts'
import { launch, openTab } from '../window.ts'

describe('« Programme », in the organisers’ tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, HELENE)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('shows what is wrong in a file and what another changes, takes that in, and says when it will run', async () => {
    const { text } = await site.api(MAELLE).post<MethodFileView>('/programme/export', {})
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'programme:file' })
    await window.ready()
    const { tab } = window
    const choose = (changed: string) =>
      tab.locator('input[type=file]').setInputFiles({
        name: 'suite.yaml',
        mimeType: 'application/yaml',
        buffer: Buffer.from(changed),
      })
    await choose(text.replace(/perWeek: \d/, 'perWeek: beaucoup'))
    await tab.getByRole('row', { name: /ligne \d+, colonne 3 messages.perWeek/ }).waitFor()
    await tab.getByText('Il faut un nombre.').waitFor()
    await choose(
      text.replace('- id: territoires', '- id: terres').replaceAll('axis: territoires', 'axis: terres'),
    )
    await tab
      .getByText('Axe Aller vers les territoires : se retire serveur arrêté', { exact: false })
      .waitFor()
    assert.equal(await tab.getByRole('button', { name: 'Importer ce fichier' }).count(), 0)
    await choose(text.replace(/perWeek: \d/, 'perWeek: 2'))
    await window.focused('Ce que change suite.yaml')
    await tab.getByText('messages spontanés par semaine : 3 → 2').waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Importer ce fichier' }).click()
    await window.focused('suite.yaml')
    await tab.getByText('Ce qui changera au prochain démarrage').waitFor()
    await tab.getByText('Un changement, plus haut, attend', { exact: false }).waitFor()
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('is closed by who has read what is still open, says so in the tab, and is opened again', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'programme' })
    await window.ready()
    const { tab } = window
    await tab.getByRole('heading', { name: 'Clore le programme' }).click()
    await tab.getByText('Noter un acquis').click()
    await tab
      .getByLabel('Un acquis, pour la personne qui reprendra la méthode')
      .fill('Répondre à chaque idée')
    await tab.getByLabel('Il porte sur').selectOption({ label: 'Axe Faire équipe' })
    await tab.getByRole('button', { name: 'Noter cet acquis' }).click()
    await tab.getByRole('button', { name: /^Retirer/ }).waitFor()
    const download = window.page.waitForEvent('download')
    await tab.getByRole('button', { name: 'Télécharger l’archive' }).click()
    assert.match((await download).suggestedFilename(), /-occitanie-archive\.zip$/)
    await tab.getByRole('button', { name: 'Clore le programme' }).click()
    const sure = tab.getByRole('button', { name: 'Oui, clore maintenant' })
    assert.equal(await sure.getAttribute('aria-disabled'), 'true')
    await tab.getByRole('checkbox', { name: 'J’ai lu ce qui reste ouvert' }).check()
    assert.deepEqual(await violations(window), [])
    await sure.click()
    await tab.getByText('Le programme est clos depuis le', { exact: false }).first().waitFor()
    assert.deepEqual(await violations(window), [])
    const read = await openTab(browser, site, CAMILLE, { tab: 'personal', width: 360 })
    await read.ready()
    await read.tab.getByText('Le programme est clos depuis le', { exact: false }).waitFor()
    assert.equal(await read.tab.getByRole('button', { name: /Je m’engage/ }).count(), 0)
    assert.deepEqual(await violations(read), [])
    assert.equal(await read.overflow(), 0)
    await read.close()
    await tab.getByRole('button', { name: 'Rouvrir le programme' }).click()
    await tab.getByText('Programme rouvert').first().waitFor()
    assert.deepEqual(await violations(window), [])
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('is read by an observer on a phone, who changes nothing', async () => {
    const window = await openTab(browser, site, HELENE, { tab: 'organiser', wanted: 'programme', width: 360 })
    await window.ready()
    const { tab } = window
    await tab.getByText('Direction des lycées').waitFor()
    await tab.getByText('Chaque jour à 7 h').first().waitFor()
    assert.equal(await tab.getByRole('button').count(), 0)
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await window.close()
  })
})
