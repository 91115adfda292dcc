import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { RemoteView } from '../../../src/tabs/contract/room/remote.ts'
import type { WallView } from '../../../src/tabs/contract/room/wall.ts'
import { CAMILLE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { comeIn, openRoom, show } from '../room.ts'
import { wear } from '../screens/check.ts'
import { THEMES } from '../screens/walk.ts'
import { nonce, openSite, type Site } from '../site.ts'
import { heard, launch, openTab, type Tab, tabTo } from '../window.ts'

describe('the remote of a room', function () {
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

  async function opened(options: Parameters<typeof openTab>[3], who = CAMILLE): Promise<Tab> {
    const window = await openTab(browser, site, who, { wanted: `remote:${workshop}`, ...options })
    windows.push(window)
    await window.tab.locator('.remote').waitFor()
    return window
  }
  const phone = (options = {}) => opened({ width: 360, ...options })
  const page = () => opened({ tab: 'organiser' }, MAELLE)
  const stands = ({ tab }: Tab) => tab.locator('.remote-now h2')
  const remote = () => site.api(MAELLE).get<RemoteView>(`/workshops/${workshop}/remote`)

  const propose = (text: string) =>
    site.api(NADIA).post(`/workshops/${workshop}/ideas`, { nonce: nonce(), axis: 'usager', text })
  const wall = async () =>
    (await site.api(NADIA).get<WallView>(`/workshops/${workshop}/wall`)).ideas.map(({ text }) => text)

  it('shows the next of the running order in one press, and another remote sees it at once', async () => {
    const [hand, desk] = [await phone(), await page()]
    await stands(hand).getByText('Accueil', { exact: true }).waitFor()
    await hand.tab.getByRole('button', { name: /^Suivant.*Question/ }).click()
    for (const each of [hand, desk])
      await stands(each)
        .getByText(/^Quelle idée simple/)
        .waitFor()
    await desk.tab.getByRole('button', { name: /^Suivant.*Mur des idées/ }).waitFor()
    assert.equal((await remote()).room.scene.kind, 'question')
    assert.deepEqual([...hand.complaints, ...desk.complaints], [])
  })

  it('asks for a screen before all else while none follows it', async () => {
    for (const { tab } of [await phone(), await page()]) {
      const first = tab.locator('.remote h2').first()
      assert.equal(await first.textContent(), 'Écrans reliés')
      await tab.getByRole('textbox', { name: 'Code affiché par l’écran' }).waitFor()
      assert.equal(await tab.getByRole('heading', { name: 'Écrans reliés' }).count(), 1)
    }
  })

  it('says in one sentence that the room moved meanwhile, and redraws what stands', async () => {
    const hand = await phone({
      first: (page: Tab['page']) => page.route('**/api/v1/events*', route => route.abort()),
    })
    await show(site, workshop, { kind: 'pause', minutes: 15 })
    await hand.tab.getByRole('button', { name: 'Mur des idées', exact: true }).click()
    await hand.tab
      .locator('.remote-bar')
      .getByText('L’écran a changé entre-temps. Voici ce qui s’affiche.')
      .waitFor()
    await stands(hand).getByText('Pause', { exact: true }).waitFor()
    assert.equal((await remote()).room.scene.kind, 'pause')
    await hand.tab.getByRole('button', { name: 'Mur des idées', exact: true }).click()
    await stands(hand).getByText('Mur des idées', { exact: true }).waitFor()
  })

  it('starts the timer, prolongs, holds and stops it by keyboard, and says so', async () => {
    const window = await phone()
    const press = async (name: string) => {
      await tabTo(window, name)
      await window.page.keyboard.press('Enter')
    }
    await press('10 min')
    await heard(window, 'Minuteur lancé, 10 minutes')
    await window.tab.locator('.room-timer').getByText('Il reste 10 minutes.').waitFor({ state: 'attached' })
    await window.focused('Minuteur')
    await press('+ 1 min')
    await heard(window, 'Une minute de plus')
    await press('Suspendre')
    await window.tab.getByRole('button', { name: 'Reprendre' }).waitFor()
    assert.equal((await remote()).room.timer?.left, 11 * 60_000)
    await press('Arrêter')
    await window.tab.locator('.room-timer').waitFor({ state: 'detached' })
  })

  it('asks a question typed on the spot, and takes one that is empty for none', async () => {
    const { tab } = await phone()
    await tab.getByRole('button', { name: 'Question', exact: true }).click()
    await tab.getByRole('button', { name: 'Montrer', exact: true }).click()
    await tab.getByText('Il manque le texte. Une phrase suffit.').waitFor()
    await tab.getByRole('textbox', { name: 'La question' }).fill('Que garder de cette journée\u202F?')
    await tab.getByRole('button', { name: 'Montrer', exact: true }).click()
    await tab.locator('.remote-now h2').getByText('Que garder de cette journée').waitFor()
  })

  it('has the room vote in three presses, and shows the vote on the screen', async () => {
    await comeIn(site, workshop, NADIA)
    const { tab } = await phone()
    await tab.getByRole('button', { name: 'Faire voter la salle' }).click()
    await tab.getByRole('textbox', { name: 'Une proposition par ligne' }).fill('Le banc\nL’abri')
    await tab.getByRole('button', { name: 'Ouvrir le vote' }).click()
    await tab.locator('.remote-now').getByText('L’abri').waitFor()
    const { scene } = (await remote()).room
    assert.deepEqual(scene.kind === 'vote' && scene.ballot.options.map(({ title }) => title), [
      'Le banc',
      'L’abri',
    ])
  })

  it('hides an idea from the wall in one press, and shows it again', async () => {
    await propose('Un banc à l’ombre')
    const { tab } = await phone()
    await tab.getByRole('button', { name: 'Cacher : Un banc à l’ombre' }).click()
    await tab.getByText('Aucune idée pour l’instant.', { exact: false }).waitFor()
    assert.deepEqual(await wall(), [])
    await tab.getByRole('button', { name: 'Annuler : Un banc à l’ombre' }).click()
    await tab.getByRole('button', { name: 'Cacher : Un banc à l’ombre' }).waitFor()
    assert.deepEqual(await wall(), ['Un banc à l’ombre'])
  })

  it('has ideas read first: what waits is shown by a press, and not before', async () => {
    const { tab } = await phone()
    await tab.getByRole('switch', { name: 'Relire d’abord' }).click()
    await tab.getByText('Aucune idée n’attend.').waitFor()
    await propose('Un abri à vélos')
    await tab.getByRole('button', { name: 'Montrer : Un abri à vélos' }).waitFor()
    assert.deepEqual(await wall(), [])
    await tab.getByRole('button', { name: 'Montrer : Un abri à vélos' }).click()
    await tab.getByText('Aucune idée n’attend.').waitFor()
    assert.deepEqual(await wall(), ['Un abri à vélos'])
  })

  it('hides every name on the tables by one switch', async () => {
    const { tab } = await phone()
    await tab.getByRole('switch', { name: 'Prénoms sur les tables' }).click()
    await tab.getByRole('switch', { name: 'Prénoms sur les tables', checked: false }).waitFor()
    assert.equal((await remote()).options.names, false)
  })

  it('has nothing for axe to find in any theme, and fits in 360 px', async () => {
    await show(site, workshop, {
      kind: 'question',
      words: `${'Anticonstitutionnellement'.repeat(3)}\u202F?`,
      minutes: 10,
    })
    const window = await phone()
    await window.tab.locator('.remote-scenes [aria-expanded]').click()
    for (const theme of THEMES) {
      await wear(window, theme)
      assert.deepEqual(await violations(window), [], theme)
    }
    assert.ok((await window.overflow()) <= 0)
  })

  it('is no one’s who neither organises nor leads the room', async () => {
    const window = await openTab(browser, site, KARIM, { wanted: `remote:${workshop}`, width: 360 })
    windows.push(window)
    await window.tab.getByText(/^L’écran de la salle est tenu par le Lab’/).waitFor()
  })
})
