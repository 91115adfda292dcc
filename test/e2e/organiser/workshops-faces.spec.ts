import assert from 'node:assert/strict'
import type { Browser, Locator } from 'playwright-core'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, nonce, openSite, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab } from '../window.ts'

const TITLE = 'Soigner les arrivées'
const LOOKS = [
  ['default', 360],
  ['dark', 1280],
  ['contrast', 360],
] as const

describe('the three faces of a workshop’s page', function () {
  this.timeout(90_000)
  let browser: Browser
  let site: Site
  let id: string

  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [CAMILLE, KARIM]) await seat(site, person)
    // Today, from two to five.
    await announce(site, { date: '2027-05-17' })
    await site.stage.settle()
    id = (await site.api(MAELLE).get<Page<{ id: string }>>('/attendance/workshops')).items[0]?.id ?? ''
    for (const person of [CAMILLE, KARIM])
      await site.api(person).put(`/workshops/${id}/answer`, { answer: 'yes' })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  async function opened(options: object = {}): Promise<Tab> {
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      from: site.clock.now(),
      wanted: `workshops:${id}`,
      ...options,
    })
    await window.ready()
    return window
  }
  const faceOf = ({ tab }: Tab) => tab.getByRole('tab', { selected: true }).textContent()
  const partsOf = async ({ tab }: Tab) =>
    (await tab.getByRole('heading', { level: 2 }).allInnerTexts()).toSorted()
  /** How many look as the next act does: filled. */
  const filledLike = (act: Locator) =>
    act.evaluate(shown => {
      const { backgroundColor } = getComputedStyle(shown)
      const all = [...shown.ownerDocument.querySelectorAll('main a, main button')]
      return all.filter(each => getComputedStyle(each).backgroundColor === backgroundColor).length
    })
  async function isSound(window: Tab): Promise<void> {
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    assert.deepEqual(window.complaints, [])
  }

  for (const [theme, width] of LOOKS)
    it(`prepares it until an hour before, in ${theme}, ${width} px wide`, async () => {
      const window = await opened({ theme, width })
      const { tab } = window
      await tab.getByRole('button', { name: 'Tirer les tables' }).waitFor()
      assert.equal(await faceOf(window), 'Préparer')
      await tab.getByRole('region', { name: 'Animation' }).waitFor()
      const parts = await partsOf(window)
      for (const part of ['Places', 'Les dix étapes', 'Tables', 'Animation'])
        assert.ok(parts.includes(part), part)
      for (const part of ['Présence', 'Liste', 'Récolte', 'Votes', 'Retours'])
        assert.ok(!parts.includes(part), part)
      await isSound(window)
      assert.equal(await filledLike(tab.getByRole('button', { name: 'Tirer les tables' })), 1)
      await tab.getByRole('button', { name: 'Tirer les tables' }).click()
      await window.focused('Tables')
      await window.close()
    })

  it('ticks its ten steps from rows, and by hand what is done elsewhere, undone as it was said', async () => {
    const window = await opened()
    const { tab } = window
    const list = tab.getByRole('list', { name: 'Les dix étapes' })
    await tab.getByText('3 sur 10').click()
    assert.equal(await list.getByRole('listitem').count(), 10)
    const agreed = list.getByRole('listitem').filter({ hasText: 'L’accord de la ou du DPO' })
    await agreed.getByRole('button', { name: /^Fait hors de l’application/ }).click()
    await heard(window, /^Noté/)
    await tab.getByText('4 sur 10').waitFor()
    await agreed.getByRole('button', { name: /^Annuler/ }).click()
    await tab.getByText('3 sur 10').waitFor()
    await agreed.getByRole('button', { name: /^Fait hors/ }).click()
    await tab.getByText('4 sur 10').waitFor()
    // Rows alone tell of what is done here.
    const summary = list.getByRole('listitem').filter({ hasText: 'Le bilan est publié' })
    assert.equal(await summary.getByRole('button').count(), 0)
    await isSound(window)
    await window.close()
  })

  it('is turned by keyboard, and by a link that names a face', async () => {
    const window = await opened()
    const { page, tab } = window
    await tab.getByRole('tab', { name: 'Préparer' }).focus()
    await page.keyboard.press('ArrowRight')
    await window.focused('Animer')
    await tab.getByRole('tabpanel', { name: 'Animer' }).getByRole('region', { name: 'Liste' }).waitFor()
    await page.keyboard.press('End')
    await window.focused('Conclure')
    await page.keyboard.press('ArrowRight')
    await window.focused('Préparer')
    await page.keyboard.press('ArrowLeft')
    await window.focused('Conclure')
    await window.close()
    const linked = await opened({ wanted: `workshops:${id}:run` })
    await linked.tab.getByRole('region', { name: 'Liste' }).waitFor()
    assert.equal(await faceOf(linked), 'Animer')
    await linked.close()
  })

  it('turns by itself, by the server’s clock, while it stays open', async () => {
    const window = await opened()
    const { page, tab } = window
    await tab.getByRole('region', { name: 'Animation' }).waitFor()
    site.clock.advance(3 * HOUR + MINUTE)
    await page.clock.runFor(3 * HOUR + MINUTE)
    await tab.getByRole('region', { name: 'Liste' }).waitFor()
    assert.equal(await faceOf(window), 'Animer')
    await window.close()
  })

  for (const [theme, width] of LOOKS)
    it(`runs it from an hour before on, in ${theme}, ${width} px wide`, async () => {
      const window = await opened({ theme, width })
      const { tab } = window
      await tab.getByRole('link', { name: 'Ouvrir l’écran de la salle' }).waitFor()
      assert.equal(await faceOf(window), 'Animer')
      await tab.getByRole('button', { name: 'Plein écran' }).waitFor()
      const parts = await partsOf(window)
      for (const part of ['Présence', 'Liste', 'Sans inscription', 'Récolte', 'Votes'])
        assert.ok(parts.includes(part), part)
      assert.equal(await filledLike(tab.getByRole('link', { name: 'Ouvrir l’écran de la salle' })), 1)
      for (const part of ['Places', 'Tables', 'Animation', 'Retours']) assert.ok(!parts.includes(part), part)
      assert.equal(await tab.getByText('Besoins pratiques').count(), 0)
      await isSound(window)
      await window.close()
    })

  it('harvests from the start on, and stands first on « Aujourd’hui »', async () => {
    site.clock.advance(HOUR)
    const line = { key: nonce(), text: 'Une page au plus', axis: 'employeur', table: '1' }
    await site.api(MAELLE).post(`/workshops/${id}/harvest`, { lines: [line] })
    const window = await opened({ wanted: 'today' })
    const { tab } = window
    const lines = tab.getByRole('region', { name: 'Ce qui demande votre attention' }).getByRole('listitem')
    await lines.first().getByText(TITLE).waitFor()
    await lines
      .first()
      .getByRole('link', { name: /^Animer/ })
      .click()
    await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await tab.getByRole('button', { name: 'Récolter', exact: true }).waitFor()
    await isSound(window)
    await window.close()
  })

  it('is closed in two presses from « Aujourd’hui », where it stays until its summary is out', async () => {
    site.clock.advance(3 * HOUR)
    await site.stage.settle()
    const window = await opened({ wanted: 'today', width: 360 })
    const { tab } = window
    let presses = 0
    const press = async (role: 'link' | 'button', name: RegExp | string) => {
      await tab.getByRole(role, { name }).first().click()
      presses += 1
    }
    await press('link', /^Publier le bilan/)
    const sequel = tab.getByLabel('La suite')
    await sequel.fill('Une page par courrier avant le 30 juin.')
    await press('button', 'Publier')
    await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    assert.equal(presses, 2)
    assert.equal(await faceOf(window), 'Conclure')
    await tab.getByRole('link', { name: 'Aujourd’hui' }).first().click()
    await tab.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
    await tab.getByRole('region', { name: 'Ce qui demande votre attention' }).waitFor()
    assert.equal(await tab.getByText(TITLE).count(), 0)
    await window.close()
  })

  for (const [theme, width] of LOOKS)
    it(`closes it afterwards, with what was gathered, in ${theme}, ${width} px wide`, async () => {
      const window = await opened({ theme, width })
      const { tab } = window
      await tab.getByRole('link', { name: 'Répondre aux idées' }).waitFor()
      assert.equal(await faceOf(window), 'Conclure')
      const ideas = tab.getByRole('region', { name: 'Idées récoltées' })
      await ideas.getByText('1 idée récoltée').waitFor()
      await ideas.getByText('1 attend une réponse').waitFor()
      await tab.getByRole('region', { name: 'Feuille de présence' }).waitFor()
      await tab.getByRole('region', { name: 'Retours' }).waitFor()
      const parts = await partsOf(window)
      for (const part of ['Places', 'Tables', 'Présence', 'Liste', 'Récolte'])
        assert.ok(!parts.includes(part), part)
      await isSound(window)
      assert.equal(await filledLike(tab.getByRole('link', { name: 'Répondre aux idées' })), 1)
      await tab.getByRole('link', { name: 'Répondre aux idées' }).click()
      await tab.getByText('Une page au plus').first().waitFor()
      await window.close()
    })

  it('begins anything in one press and its form', async () => {
    const window = await opened({ wanted: 'today', width: 360 })
    const { tab } = window
    await tab.getByRole('link', { name: 'Nouveau' }).click()
    await window.focused('Nouveau')
    await isSound(window)
    for (const [name, heading] of [
      ['Atelier', 'Annoncer un atelier'],
      ['Série', 'Nouvelle série'],
      ['Scrutin', 'Nouveau scrutin'],
      ['Boîte à micro-idées', 'Boîte à micro-idées'],
      ['Diffusion', 'Nouvelle diffusion'],
    ] as const) {
      await tab
        .getByRole('navigation', { name: 'Nouveau' })
        .getByRole('link', { name: new RegExp(`^${name}`) })
        .click()
      await tab.getByRole('heading', { level: 1, name: heading }).waitFor()
      await tab.locator('html').evaluate(() => history.back())
      await window.focused('Nouveau')
    }
    await window.close()
  })
})
