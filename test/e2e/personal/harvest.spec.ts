import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { open } from '../../../src/db/index.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { begin, openHarvest } from '../harvest.ts'
import { wear } from '../screens/check.ts'
import { THEMES } from '../screens/walk.ts'
import { openSite, type Site, seat } from '../site.ts'
import { launch, type Tab } from '../window.ts'

const PATH = '**/api/v1/workshops/*/harvest'
const idea = (n: number) =>
  `Idée ${n} : ${['un banc', 'un abri', 'un guide', 'un relais'][n % 4]} pour le lieu ${n}`

describe('a harvest on a phone', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let workshop: string
  let tries = 0

  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, MAELLE)
    workshop = await begin(site)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const allTexts = () =>
    site.stage.app.database.read(async tx =>
      (await open(tx).selectFrom('idea').select('text').where('state', '<>', 'withdrawn').execute()).map(
        ({ text }) => text,
      ),
    )
  const phone = (table: string, options = {}) =>
    openHarvest(browser, site, MAELLE, { wanted: `harvest:${workshop}:${table}`, ...options })

  const field = ({ tab }: Tab) => tab.getByRole('textbox', { name: 'Une idée par ligne' })

  it('keeps three hundred lines through two cuts of the network and a page opened again, and sends each once', async () => {
    // What a first try left behind is on another table.
    const from = 1_000 * tries
    const window = await phone(String(4 + tries++))
    const { page, tab } = window
    const lines = Array.from({ length: 300 }, (_, n) => idea(from + n))
    const texts = async () => (await allTexts()).filter(text => lines.includes(text))
    await field(window).fill(lines.join('\n'))
    // The second call arrives and its answer is lost; the fifth does not arrive.
    let calls = 0
    await page.route(PATH, async route => {
      if (route.request().method() !== 'POST') return route.fallback()
      calls++
      if (calls !== 2 && calls !== 5) return route.fallback()
      if (calls === 2) await route.fetch()
      await page.context().setOffline(true)
      return route.abort('internetdisconnected')
    })
    await tab.getByRole('button', { name: 'Envoyer 300 idées' }).click()
    await tab.getByText('Réseau absent. 250 idées sont gardées sur ce téléphone.').waitFor()
    assert.equal((await texts()).length, 100)
    await page.context().setOffline(false)
    await tab.getByText('Réseau absent. 150 idées sont gardées sur ce téléphone.').waitFor()
    assert.equal((await texts()).length, 150)
    await field(window).fill('Encore une\nEt une à finir')
    await page.context().setOffline(false)
    await page.reload()
    await tab.getByText('Les 20 dernières, sur 300.').waitFor()
    assert.equal(await field(window).inputValue(), 'Encore une\nEt une à finir')
    assert.deepEqual((await texts()).toSorted(), lines.toSorted())
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('has nothing for axe to find in any theme, and fits in 360 px', async () => {
    const window = await phone('7')
    const { tab, page } = window
    await field(window).fill(`${idea(3)}\n${idea(3)} ailleurs`)
    await tab.getByRole('button', { name: 'Envoyer 2 idées' }).click()
    await tab.getByText(/^Déjà dans la récolte/).waitFor()
    await page.context().setOffline(true)
    await field(window).fill('Une ligne sans réseau')
    await tab.getByRole('button', { name: 'Envoyer une idée' }).click()
    await tab.getByText('Réseau absent. Une idée est gardée').waitFor()
    for (const theme of THEMES) {
      await wear(window, theme)
      assert.deepEqual(await violations(window), [], theme)
    }
    assert.ok((await window.overflow()) <= 0)
    await window.close()
  })

  it('reads a large file on the server, and keeps nothing of it until it was looked at', async () => {
    const window = await phone('9')
    const { tab } = window
    const rows = Array.from({ length: 1_200 }, (_, n) => `${n} ${'long '.repeat(45)};usager`)
    const buffer = Buffer.from(['texte;axe', ...rows, 'Sans axe connu;ailleurs'].join('\n'))
    assert.ok(buffer.byteLength > 262_144)
    await tab.locator('input[type=file]').setInputFiles({ name: 'idees.csv', mimeType: 'text/csv', buffer })
    await tab.getByText('1 200 idées lues dans « idees.csv ».').waitFor()
    await tab.getByText(/^Ligne 1202 :|^Ligne 1 202 :/).waitFor()
    await tab.getByRole('button', { name: 'Ne rien importer' }).click()
    await window.focused('Choisir le fichier')
    await window.close()
  })

  it('opens the table’s vote, with a way to it for the others', async () => {
    const window = await phone('7')
    const { tab } = window
    await field(window).fill('Un abri à vélos\nUn composteur')
    await tab.getByRole('button', { name: 'Envoyer 2 idées' }).click()
    await tab.getByText('Un composteur').waitFor()
    await tab.getByRole('button', { name: 'Faire voter la table 7' }).click()
    await tab
      .locator('.harvest-vote')
      .getByText(/^Vote ouvert jusqu’à/)
      .waitFor()
    await tab.getByRole('button', { name: 'Copier le lien' }).waitFor()
    await tab.getByRole('img', { name: 'Code QR du vote de la table' }).waitFor()
    assert.deepEqual(await violations(window), [])
    await window.close()
  })

  it('takes an idea back from the list of those that arrived', async () => {
    const window = await phone('8')
    const { tab } = window
    await field(window).fill('- À reprendre\n2. À garder')
    await tab.getByRole('button', { name: 'Envoyer 2 idées' }).click()
    await tab.getByRole('button', { name: 'Annuler : À reprendre' }).click()
    await tab.getByText('1 idée', { exact: true }).waitFor()
    assert.ok((await allTexts()).includes('À garder') && !(await allTexts()).includes('À reprendre'))
    await window.close()
  })
})
