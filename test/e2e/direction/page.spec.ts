import assert from 'node:assert/strict'
import type { Browser, Page as Sheet } from 'playwright-core'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { HELENE, KARIM, LEA } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { BASILE, ODILE, openDirections } from '../directions.ts'
import { announce, type Site, seat } from '../site.ts'
import { launch, openTab, type Tab, tabTo } from '../window.ts'

const ANSWER = 'Le planning partagé ouvre en septembre sur trois sites.'

describe('the tab of a Direction', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let windows: Tab[] = []

  before(async () => {
    browser = await launch()
    site = await openDirections()
    await announce(site)
    await seat(site, KARIM)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
  })

  async function opened(...[person, options]: [Parameters<typeof openTab>[2], object?]): Promise<Tab> {
    const window = await openTab(browser, site, person, { tab: 'direction', ...options })
    windows.push(window)
    await window.ready()
    return window
  }
  const waiting = () => site.api(ODILE).get<WaitingView>('/directions/mobilites/waiting')

  it('shows in a channel the Direction of its address, to anybody, and no act that is not theirs', async () => {
    const { tab, complaints } = await opened(KARIM, { direction: 'mobilites' })
    await tab.getByRole('heading', { name: 'Direction des mobilités', level: 1 }).waitFor()
    await tab.getByText('4 idées attendent une réponse.').waitFor()
    assert.equal(await tab.getByText('Ce qui vous attend').count(), 0)
    assert.equal(await tab.getByRole('button', { name: /^Répondre/ }).count(), 0)
    assert.equal(await tab.getByRole('combobox').count(), 0)
    assert.deepEqual(complaints, [])
  })

  it('opens in the app on the Direction that a link names', async () => {
    const { tab } = await opened(ODILE, { wanted: 'recherche' })
    await tab.getByRole('heading', { name: /recherche/, level: 1 }).waitFor()
    await tab.getByRole('combobox', { name: 'Direction affichée' }).waitFor()
  })

  it('stays where the code of a part does not come, and says so where somebody asked for it', async () => {
    const window = await opened(ODILE, {
      first: (page: Sheet) => page.route(/(print-sheet|export-dialog)[^/]*\.js$/, route => route.abort()),
    })
    const { tab } = window
    const asked = window.page.waitForEvent('requestfailed', each => /print-sheet/.test(each.url()))
    await asked
    await tab.getByRole('button', { name: 'Exporter' }).click()
    await tab.getByText('Cette partie de la page n’a pas pu être chargée').waitFor()
    await tab.getByRole('heading', { name: 'Direction des mobilités', level: 1 }).waitFor()
  })

  it('says in one line what waits, then what was done: an estimate in words, ideas with each of their numbers', async () => {
    const { tab } = await opened(ODILE)
    assert.equal(await tab.locator('.now-line').textContent(), '4 idées attendent')
    const done = tab.locator('.done')
    const took = ((await done.locator('.took').textContent()) ?? '').replaceAll(/\s+/g, ' ')
    assert.equal(
      took,
      'Environ 10 personnes sur 500 ont participé, soit environ 2 %. Estimation de la semaine du 10 mai. Pourquoi « environ » ?',
    )
    const bars = await done.locator('.stacks > li').allInnerTexts()
    assert.deepEqual(
      bars.map(text => text.replaceAll(/\s+/g, ' ')),
      [
        'Accompagner les transitions 1 1 reçue',
        'Aller vers les territoires 1 1 reçue',
        'Renforcer notre culture « usager » 1 1 reçue',
        'Soigner notre marque employeur 0',
        'Faire équipe 1 1 reçue',
      ],
    )
    await counted(tab.getByText('12 places libres · aucune place prise par la Direction'), 1)
  })

  it('answers in place with the keyboard, keeps the answer where the question stood, and says so', async () => {
    const window = await opened(ODILE)
    const { page, tab } = window
    const [first] = (await waiting()).items
    const answers = tab.getByRole('textbox', { name: /^Votre réponse à / })
    await counted(answers, 1)
    await tabTo(window, `Votre réponse à ${first?.author}`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tab.getByText('Il manque le texte. Une phrase suffit.').waitFor()
    await page.keyboard.type(ANSWER)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tab.locator('.answered').getByText(ANSWER).waitFor()
    await tab.locator('.waiting:focus', { hasText: ANSWER }).waitFor()
    await tab.getByText('Votre réponse est enregistrée').waitFor({ state: 'attached' })
    const stateOf = async () => (await waiting()).items.find(({ id }) => id === first?.id)?.state
    assert.equal(await stateOf(), 'answered')
    await counted(tab.locator('.answered'), 1)
    // Nobody else knows yet: it is taken back, and what was typed is gone with it.
    await tab.getByText(/Rien n’est publié avant/).waitFor()
    await tab.getByRole('button', { name: /^Annuler la réponse/ }).focus()
    await page.keyboard.press('Enter')
    await tab.locator('.answered').waitFor({ state: 'detached' })
    await tab.locator('.waiting:focus', { hasText: first?.text ?? '' }).waitFor()
    assert.equal(await stateOf(), 'received')
  })

  it('gives an answer that could not be sent back to its field, and sends it at the second try', async () => {
    const window = await opened(ODILE)
    const { page, tab } = window
    const [, second] = (await waiting()).items
    const problem = { type: 'about:blank', status: 500, title: 'Panne', code: 'fault', reference: 'ab12cd34' }
    await page.route(/\/answer$/, route => route.fulfill({ status: 500, json: problem }))
    await tab.getByRole('button', { name: `Répondre\u00A0: ${second?.text.slice(0, 50)}` }).click()
    await window.focused(`Votre réponse à ${second?.author}`)
    await page.keyboard.type(ANSWER)
    const row = tab.locator('.waiting', { hasText: second?.text ?? '' })
    await row.getByRole('button', { name: 'Répondre', exact: true }).click()
    await row.getByText(/^Rien n’a été enregistré.*ab12cd34/).waitFor()
    assert.equal(await row.getByRole('textbox').inputValue(), ANSWER)
    await page.unroute(/\/answer$/)
    await row.getByRole('button', { name: 'Répondre', exact: true }).click()
    await tab.getByText('Votre réponse est enregistrée').waitFor({ state: 'attached' })
    assert.equal((await waiting()).items.find(({ id }) => id === second?.id)?.state, 'answered')
  })

  it('decides with the keyboard: what is studied waits where it stands, what is not pursued says why', async () => {
    const window = await opened(ODILE)
    const { page, tab } = window
    const [idea] = (await waiting()).items
    const text = idea?.text ?? ''
    const row = tab.locator('.waiting', { hasText: text })
    const decide = async (word: string) => {
      await tabTo(window, `Décider\u00A0: ${text.slice(0, 50)}`)
      await page.keyboard.press('Enter')
      await tab.getByRole('menuitem', { name: word }).press('Enter')
    }
    await decide('Mettre à l’étude')
    await tab.getByText('L’idée est à l’étude').waitFor({ state: 'attached' })
    await tab.locator('.waiting:focus', { hasText: text }).waitFor()
    await row.locator('.badge', { hasText: 'À l’étude' }).waitFor()
    assert.equal((await waiting()).items[0]?.state, 'studied')
    await row.getByRole('button', { name: /^Annuler la décision/ }).press('Enter')
    await row.locator('.badge', { hasText: 'À l’étude' }).waitFor({ state: 'detached' })
    await decide('Ne pas retenir')
    await window.focused('Pourquoi n’est-elle pas retenue\u202F?')
    await page.keyboard.type('Le marché court jusqu’en 2029.')
    // What was not sent is there again.
    await row.getByRole('button', { name: 'Fermer sans envoyer' }).click()
    await row.getByRole('button', { name: /^Décider/ }).click()
    await tab.getByRole('menuitem', { name: 'Ne pas retenir' }).click()
    await window.focused('Pourquoi n’est-elle pas retenue\u202F?')
    assert.equal(await row.getByRole('textbox').inputValue(), 'Le marché court jusqu’en 2029.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await row.locator('.answered', { hasText: 'Non retenue' }).getByText('2029').waitFor()
    assert.equal((await waiting()).items.find(({ id }) => id === idea?.id)?.state, 'aside')
  })

  it('takes up a colleague’s commitment with the keyboard, and shows that it is taken', async () => {
    const window = await opened(KARIM, { direction: 'mobilites' })
    const { page, tab } = window
    await tabTo(window, 'Moi aussi')
    await page.keyboard.press('Enter')
    await tab
      .getByRole('dialog')
      .getByText(/Vous prenez le vôtre avec les mêmes mots/)
      .waitFor()
    await tabTo(window, 'Je m’engage')
    await page.keyboard.press('Enter')
    await window.focused('Vous aussi')
    assert.match(await window.said(), /Votre engagement est pris/)
    const { items } = await site.api(KARIM).get<{ items: CommitmentView[] }>('/commitments')
    assert.equal(items.filter(({ inspiredBy }) => inspiredBy !== undefined).length, 1)
  })

  it('changes Direction with the keyboard, those one leads first', async () => {
    const window = await opened(ODILE)
    const { page, tab } = window
    const list = tab.getByRole('combobox', { name: 'Direction affichée' })
    const options = list.getByRole('option')
    await options.first().waitFor({ state: 'attached' })
    assert.deepEqual((await options.allTextContents()).slice(0, 2), [
      'Direction des mobilités',
      'Direction générale des services',
    ])
    await counted(list.locator('optgroup[label="Les autres"]'), 1)
    await tabTo(window, 'Direction affichée')
    await page.keyboard.press('ArrowDown')
    await tab.getByRole('heading', { name: 'Direction générale des services', level: 1 }).waitFor()
    await tab.getByText('Aucune idée n’attend de réponse.').waitFor()
    await tab.getByText(/Moins.de.10 personnes sur 38 ont participé\./).waitFor()
    assert.equal(await tab.getByText('Ce qui vous attend').count(), 0)
  })

  it('shows a chart as a table and back with the keyboard', async () => {
    const window = await opened(ODILE)
    const { page, tab } = window
    const title = 'Participation cumulée'
    await tabTo(window, `Voir le tableau\u00A0: ${title}`)
    await page.keyboard.press('Enter')
    await tab.getByRole('table', { name: title }).waitFor()
    assert.equal(await window.focus(), `Voir le graphique\u00A0: ${title}`)
    const weeks = await tab.getByRole('table', { name: title }).getByRole('row').allInnerTexts()
    assert.match(weeks[1] ?? '', /^17.mai\s+environ.2.%\s+pas encore connue\s+environ.10$/)
    await page.keyboard.press('Enter')
    await tab.locator('.further .chart').waitFor()
    assert.equal(await tab.locator('.further .figures-table').count(), 0)
  })

  it('stays calm where nobody came and nothing waits', async () => {
    const { tab } = await opened(BASILE, { direction: 'recherche' })
    await tab.getByText('Aucune idée n’attend de réponse.').waitFor()
    await tab.getByText('Aucune idée pour l’instant.').waitFor()
    await tab.getByText(/Moins.de.10 personnes sur 52 ont participé\./).waitFor()
    await counted(tab.getByText('Rien de partagé pour l’instant.'), 1)
    assert.equal(await tab.getByRole('heading', { name: 'Engagements partagés, par axe' }).count(), 0)
    // The link that says why.
    await counted(tab.getByText(/Pourquoi « environ »/), 1)
    assert.equal(await tab.getByRole('img').count(), 0)
  })

  it('shows an observer the figures, and no name, no act and no trouble', async () => {
    await seat(site, HELENE)
    const window = await openTab(browser, site, HELENE, { tab: 'direction', direction: 'mobilites' })
    windows.push(window)
    const { tab } = window
    await tab
      .getByText(/Environ.10 personnes/)
      .first()
      .waitFor()
    assert.deepEqual(await tab.getByRole('alert').allTextContents(), [])
    assert.equal(await tab.getByRole('button', { name: /^(Moi aussi|Répondre)/ }).count(), 0)
    assert.equal(await tab.getByText(/n’(a|ont) pas pu être lu/).count(), 0)
    const { items } = await site.api(HELENE).get<Page<AuditView>>('/audit')
    assert.equal(items.filter(({ role }) => role === 'observer').length, 0)
  })

  it('lets somebody without a Direction choose one', async () => {
    const window = await openTab(browser, site, LEA, { tab: 'direction' })
    windows.push(window)
    await window.tab.getByText('Choisissez une Direction dans la liste pour voir où elle en est.').waitFor()
    const list = window.tab.getByRole('combobox')
    await list.getByRole('option').first().waitFor({ state: 'attached' })
    assert.equal(await list.locator('optgroup').count(), 0)
    await list.selectOption({ label: 'Direction du tourisme' })
    await window.tab.getByText(/^9 agents ici.: dire combien ont participé désignerait quelqu’un/).waitFor()
  })

  it('says that a Direction is not there when a channel’s tab names one that is gone', async () => {
    const window = await openTab(browser, site, KARIM, { tab: 'direction', direction: 'nowhere' })
    windows.push(window)
    await window.tab.getByRole('alert').waitFor()
    assert.equal(await window.tab.locator('.page-body').count(), 0)
  })
})
