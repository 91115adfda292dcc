import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { InitiativeSheet } from '../../../src/tabs/contract/initiatives/initiatives.ts'
import { CAMILLE, HELENE, INES, KARIM, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { carry, openInitiatives } from '../initiatives.ts'
import { listening } from '../listening.ts'
import { openSite, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab, tabTo } from '../window.ts'

describe('the gallery', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let handbook: string
  let repairs: string
  let windows: Tab[] = []

  before(async () => {
    browser = await launch()
    ;({ site, handbook, repairs } = await openInitiatives())
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
  })

  async function opened(person: Person, options: object = {}, at = site): Promise<Tab> {
    const window = await openTab(browser, at, person, { tab: 'gallery', ...options })
    windows.push(window)
    await window.ready()
    return window
  }
  const titles = ({ tab }: Tab) => tab.locator('.initiative h2').allInnerTexts()
  /** Waits until the cards are those, in that order. */
  async function shows(window: Tab, wanted: readonly string[]): Promise<void> {
    const late = Date.now() + 5_000
    while ((await titles(window)).join() !== wanted.join()) {
      if (Date.now() > late) assert.deepEqual(await titles(window), wanted)
    }
  }
  const sheetOf = (person: Person, id: string) => site.api(person).get<InitiativeSheet>(`/initiatives/${id}`)
  const HANDBOOK = 'Le carnet de passation'
  const VISITS = 'Bureau ouvert au marché'
  const REPAIRS = 'Réparer avant de racheter'

  it('shows each initiative with its stage, problem, owner and supports', async () => {
    const window = await opened(NADIA)
    await shows(window, [HANDBOOK, VISITS, REPAIRS])
    const [card = ''] = await window.tab.locator('.initiative').allInnerTexts()
    assert.deepEqual(
      card.split(/\n+/).map(line => line.replaceAll(/\s/g, ' ')),
      [
        HANDBOOK,
        'En création',
        'Faire équipe',
        'Quand quelqu’un change de poste, six mois de repères partent avec la personne : qui appeler, où sont les dossiers. Les équipes recommencent à zéro.',
        'KB',
        'Karim Benali',
        'Origine : Direction des mobilités',
        '2 soutiens de 2 Directions · 2 membres',
        'Je rejoins',
      ],
    )
    assert.deepEqual(window.complaints, [])
  })

  it('finds by word, axis and Direction, says how many, and shows all again', async () => {
    const window = await opened(NADIA)
    const { tab } = window
    await tab.getByRole('searchbox', { name: 'Rechercher une initiative' }).pressSequentially('repar')
    await shows(window, [REPAIRS])
    await heard(window, '1\u00A0initiative')
    await tab.getByRole('searchbox').fill('rien de tel')
    await tab.getByText('Aucun résultat pour «\u00A0rien de tel\u00A0». Essayez un autre mot.').waitFor()
    await heard(window, 'Aucune initiative')
    await tab.getByRole('button', { name: 'Tout afficher' }).click()
    await shows(window, [HANDBOOK, VISITS, REPAIRS])
    await tab.locator('#gallery-search:focus').waitFor()
    assert.equal(await tab.getByRole('searchbox').inputValue(), '')
    await tab.getByRole('combobox', { name: 'Axe' }).selectOption('Aller vers les territoires')
    await shows(window, [VISITS])
    await tab.getByRole('combobox', { name: 'Direction' }).selectOption('lycees')
    await tab.getByText('Aucune initiative pour ces choix.').waitFor()
    await tab.getByRole('combobox', { name: 'Axe' }).selectOption('Tous les axes')
    await shows(window, [REPAIRS])
  })

  it('puts the most supported first, and keeps to one’s own when asked', async () => {
    const window = await opened(INES)
    const { tab } = window
    await site.api(NADIA).put(`/ideas/${repairs}/support`, { support: true })
    await site.api(KARIM).put(`/ideas/${repairs}/support`, { support: true })
    await tab.getByRole('combobox', { name: 'Ordre' }).selectOption('supported')
    await shows(window, [REPAIRS, HANDBOOK, VISITS])
    await tab.getByRole('combobox', { name: 'Lesquelles' }).selectOption('mine')
    await shows(window, [REPAIRS, HANDBOOK])
    await heard(window, '2\u00A0initiatives')
    assert.deepEqual(await tab.locator('.initiative .state').allInnerTexts(), [
      'Vous la portez',
      'Vous participez',
    ])
  })

  it('says how the order across Directions is made, to whoever chooses it, by ear as well', async () => {
    const window = await opened(KARIM)
    const { page, tab } = window
    const order = tab.getByRole('combobox', { name: 'Ordre' })
    await order.focus()
    assert.equal(await order.getAttribute('aria-describedby'), null)
    await page.keyboard.press('s')
    await page.keyboard.press('End')
    const said = tab.locator(`#${await order.getAttribute('aria-describedby')}`)
    assert.match((await said.textContent()) ?? '', /^D’abord ce que beaucoup de Directions/)
    assert.equal(await order.inputValue(), 'across')
    assert.deepEqual(await order.locator('option').allTextContents(), [
      'Les plus récentes',
      'Les plus soutenues',
      'Soutenues un peu partout',
    ])
    assert.equal((await titles(window)).length, 3)
    await order.selectOption('supported')
    await said.waitFor({ state: 'detached' })
  })

  it('supports in place with the keyboard, and keeps the focus there', async () => {
    const window = await opened(OWEN)
    const { page, tab } = window
    await tabTo(window, `Support: ${VISITS}`)
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: `Withdraw my support: ${VISITS}` }).waitFor()
    await heard(window, 'You support this initiative')
    await window.focused('You support it')
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: `Support: ${VISITS}` }).waitFor()
  })

  it('says before joining that one’s name will be shown, and where one stands after', async () => {
    const window = await opened(OWEN)
    const { page, tab } = window
    await tabTo(window, `Join: ${HANDBOOK}`)
    await page.keyboard.press('Enter')
    await tab
      .getByRole('dialog')
      .getByText(/^Your name will be shown to everybody/)
      .waitFor()
    await page.keyboard.press('Escape')
    await window.focused(`Join: ${HANDBOOK}`)
    assert.equal((await sheetOf(OWEN, handbook)).joined, false)
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').waitFor()
    await tabTo(window, 'Join')
    await page.keyboard.press('Enter')
    await window.focused('You take part')
    await heard(window, 'You are part of the initiative')
    assert.ok((await sheetOf(KARIM, handbook)).names.includes('Owen Price'))
    await site.api(OWEN).put(`/initiatives/${handbook}/membership`, { joined: false })
  })

  it('leads to a sheet with the keyboard, and back to the same place in the list', async () => {
    const window = await opened(NADIA, { width: 360 })
    const { page, tab } = window
    const scrolled = () => tab.locator('html').evaluate(html => html.scrollTop)
    await tabTo(window, REPAIRS)
    const before = await scrolled()
    assert.ok(before > 100, `${before}`)
    await page.keyboard.press('Enter')
    await tab.locator('h1:focus', { hasText: REPAIRS }).waitFor()
    assert.equal(await scrolled(), 0)
    await tab.locator('html').evaluate(() => history.back())
    await window.focused(REPAIRS)
    assert.equal(await scrolled(), before)
    await page.keyboard.press('Enter')
    await tab.locator('h1:focus', { hasText: REPAIRS }).waitFor()
    await page.evaluate('teamsHost.pressBack()')
    await window.focused(REPAIRS)
    await page.keyboard.press('Enter')
    await tab.locator('h1:focus').waitFor()
    await tab.getByRole('navigation', { name: 'Vous êtes ici' }).getByRole('link').click()
    await window.focused(REPAIRS)
  })

  it('shows an observer all of it, and no act', async () => {
    const window = await opened(HELENE)
    await shows(window, [HANDBOOK, VISITS, REPAIRS])
    assert.equal(await window.tab.locator('.initiative').getByRole('button').count(), 0)
    await window.tab.getByRole('link', { name: HANDBOOK }).click()
    await window.tab.locator('h1', { hasText: HANDBOOK }).waitFor()
    await window.tab.getByText('Partante pour l’essayer en juin.').waitFor()
    assert.deepEqual(await window.tab.locator('.sheet').getByRole('button').allInnerTexts(), [
      // It changes nothing.
      'Copier le lien',
    ])
  })

  it('is reached from the personal tab', async () => {
    const window = await openTab(browser, site, CAMILLE, { unfolded: true })
    windows.push(window)
    await window.tab.getByRole('button', { name: 'Les initiatives' }).click()
    await window.tab.getByRole('heading', { name: 'Les initiatives', level: 1 }).waitFor()
  })

  it('tells when it cannot be read, and reads at the second try', async () => {
    const window = await openTab(browser, site, NADIA, { tab: 'gallery' })
    windows.push(window)
    await listening(window, site, () => window.page.reload())
    await window.ready()
    const problem = { type: 'about:blank', status: 500, title: 'Panne', code: 'fault', reference: 'ab12cd34' }
    await window.page.route(/\/initiatives\?/, route => route.fulfill({ status: 500, json: problem }))
    await window.tab.getByRole('combobox', { name: 'Axe' }).selectOption('equipe')
    await window.tab
      .getByRole('alert')
      .getByText(/ab12cd34/)
      .waitFor()
    await window.page.unroute(/\/initiatives\?/)
    await window.tab.getByRole('button', { name: 'Réessayer' }).click()
    await shows(window, [HANDBOOK])
    await window.tab.getByRole('alert').waitFor({ state: 'detached' })
  })
})

describe('a gallery', function () {
  this.timeout(60_000)

  it('says what is to come while it is empty, then goes on page by page', async () => {
    const browser = await launch()
    const site = await openSite()
    try {
      for (const who of [KARIM, NADIA]) await seat(site, who)
      const window = await openTab(browser, site, KARIM, { tab: 'gallery' })
      await window.tab.getByText('La première initiative naîtra d’une idée retenue.').waitFor()
      for (let at = 0; at < 25; at++) await carry(site, { owner: KARIM }, { title: `Essai ${at}` })
      await window.page.reload()
      await window.ready()
      await counted(window.tab.locator('.initiative'), 24)
      await window.tab.getByRole('button', { name: 'Voir plus' }).press('Enter')
      await window.tab.locator('.initiative:focus').waitFor()
      await counted(window.tab.locator('.initiative'), 25)
      assert.equal(await window.tab.getByRole('button', { name: 'Voir plus' }).count(), 0)
    } finally {
      await browser.close()
      await site.close()
    }
  })
})
