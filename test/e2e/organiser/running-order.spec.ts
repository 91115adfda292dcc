import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { RemoteView } from '../../../src/tabs/contract/room/remote.ts'
import { CAMILLE, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openRoom } from '../room.ts'
import { wear } from '../screens/check.ts'
import { THEMES } from '../screens/walk.ts'
import { openSite, type Site } from '../site.ts'
import { heard, launch, openTab, type Tab } from '../window.ts'

describe('the running order of a workshop', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let workshop: string
  let windows: Tab[] = []

  before(async () => {
    browser = await launch()
  })
  beforeEach(async () => {
    site = await openSite()
    workshop = await openRoom(site, [NADIA], CAMILLE)
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
    await site.close()
  })
  after(() => browser.close())

  async function opened(options = {}) {
    const wanted = `workshops:${workshop}`
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted, ...options })
    windows.push(window)
    await window.tab.getByRole('tab', { name: 'Préparer' }).click()
    const panel = window.tab.getByRole('region', { name: 'Déroulé' })
    await panel.getByRole('listitem').first().waitFor()
    assert.equal(await panel.getByRole('button', { name: /^Retirer/ }).count(), 0)
    await panel.getByRole('button', { name: 'Modifier le déroulé' }).click()
    return { window, panel }
  }
  const order = async () =>
    (await site.api(MAELLE).get<RemoteView>(`/workshops/${workshop}/remote`)).order.items.map(
      ({ scene, words }) => words || scene,
    )

  it('is proposed from the hours, and says in words how long it is', async () => {
    const { panel } = await opened()
    await panel.getByText(/^Proposé d’après les horaires/).waitFor()
    await panel
      .getByText(/^Le déroulé dure 1 heure 40, l’atelier 2 heures\s: il reste 20 minutes\.$/)
      .waitFor()
  })

  it('takes a step more, moves it by keyboard and gives one back that was removed', async () => {
    const { window, panel } = await opened({ width: 360 })
    await panel.getByRole('button', { name: 'Ajouter une étape' }).click()
    await panel.getByRole('textbox', { name: 'La question' }).fill('Que garder de ce matin\u202F?')
    await panel.getByRole('spinbutton', { name: 'Durée, en minutes' }).fill('20')
    await panel.getByRole('button', { name: 'Ajouter une étape' }).click()
    await panel.getByText('Le déroulé dure 2 heures, comme l’atelier.').waitFor()
    assert.equal((await order()).at(-1), 'Que garder de ce matin\u202F?')
    const up = panel.getByRole('button', { name: 'Monter : Question · 20 min' })
    await up.focus()
    await window.page.keyboard.press('Enter')
    await heard(window, /^Étape \d sur \d$/)
    // The label with its own spaces, which a role's name is read without.
    await window.focused((await up.getAttribute('aria-label')) ?? '')
    assert.equal((await order()).at(-2), 'Que garder de ce matin\u202F?')
    await panel.getByRole('button', { name: /^Retirer : Question · 20 min/ }).click()
    await window.tab.getByRole('button', { name: /^Annuler/ }).click()
    await panel.getByText('Que garder de ce matin').waitFor()
    assert.ok((await order()).includes('Que garder de ce matin\u202F?'))
    assert.ok((await window.overflow()) <= 0)
  })

  it('is kept as a model and taken again', async () => {
    const { panel } = await opened()
    await panel.getByText('Modèles de déroulé').click()
    await panel.getByRole('textbox', { name: 'Nom du modèle' }).fill('Deux heures')
    await panel.getByRole('button', { name: 'Garder comme modèle' }).click()
    await panel.getByRole('combobox', { name: 'Partir d’un modèle' }).selectOption('Deux heures')
    await panel.getByRole('button', { name: 'Prendre ce modèle' }).click()
    await panel.getByText(/^Proposé d’après/).waitFor({ state: 'detached' })
    assert.equal((await order())[0], 'welcome')
  })

  it('loses a model that is deleted, once asked whether it is meant, and keeps its own order', async () => {
    const kept = { name: 'Une matinée' }
    await site.api(MAELLE).post(`/workshops/${workshop}/running-order/models`, kept)
    const before = await order()
    const { window, panel } = await opened({ width: 360 })
    await panel.getByText('Modèles de déroulé').click()
    const chosen = panel.getByRole('combobox', { name: 'Partir d’un modèle' })
    await chosen.selectOption('Une matinée')
    const remove = panel.getByRole('button', { name: 'Supprimer ce modèle' })
    await remove.click()
    const dialog = window.tab.getByRole('alertdialog')
    await dialog.getByText('Supprimer le modèle «\u00A0Une matinée\u00A0»').waitFor()
    assert.deepEqual(await violations(window), [])
    await dialog.getByRole('button', { name: 'Garder le modèle' }).click()
    assert.ok(await remove.evaluate(button => button === document.activeElement))
    await remove.click()
    await dialog.getByRole('button', { name: 'Supprimer ce modèle' }).click()
    await window.tab.getByText('Modèle supprimé').first().waitFor()
    await chosen.waitFor({ state: 'detached' })
    assert.equal(await window.tab.locator(':focus').textContent(), 'Modèles de déroulé')
    assert.deepEqual(await order(), before)
  })

  it('has nothing for axe to find in any theme', async () => {
    const { window, panel } = await opened({ width: 360 })
    await panel
      .getByRole('button', { name: /^Modifier : / })
      .nth(1)
      .click()
    await panel.getByText('Modèles de déroulé').click()
    await panel.getByRole('textbox', { name: 'Nom du modèle' }).waitFor()
    for (const theme of THEMES) {
      await wear(window, theme)
      assert.deepEqual(await violations(window), [], theme)
    }
  })

  it('goes onto paper with the day: the code, the list by name and the table sheets', async () => {
    await site
      .api(MAELLE)
      .post(`/workshops/${workshop}/tables`, { wanted: { tables: 1 }, nonce: 'p'.repeat(20) })
    const { window } = await opened()
    await window.tab.locator('html').evaluate(() => {
      globalThis.print = () => {
        globalThis.dispatchEvent(new Event('beforeprint'))
        document.title = [...document.querySelectorAll('.paper h2')].map(each => each.textContent).join(', ')
        globalThis.dispatchEvent(new Event('afterprint'))
      }
    })
    const paper = window.tab.getByRole('region', { name: 'Déroulé' })
    await paper.getByText('La journée sur papier').click()
    await paper.getByRole('button', { name: 'Imprimer la journée' }).click()
    await heard(window, 'Impression ouverte')
    const printed = await window.tab.locator('html').evaluate(() => document.title)
    assert.equal(printed, 'Code de présence, Liste par nom, Table 1, Déroulé')
    assert.equal(await window.tab.locator('.paper').count(), 0)
  })
})
