import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { open } from '../../../src/db/index.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { RoomVoteView } from '../../../src/tabs/contract/ballots/room-votes.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { ParticipantView } from '../../../src/tabs/contract/room/room.ts'
import { CAMILLE, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { listening } from '../listening.ts'
import { comeIn, openRoom, show } from '../room.ts'
import { wear } from '../screens/check.ts'
import { THEMES } from '../screens/walk.ts'
import { openSite, type Site } from '../site.ts'
import { heard, launch, openTab, type Tab } from '../window.ts'

const QUESTION = 'Qu’est-ce qui vous ferait gagner une heure\u202F?'

describe('the phone that follows a room', function () {
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
    workshop = await openRoom(site, [NADIA])
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
    await site.close()
  })
  after(() => browser.close())

  async function phone(options = {}): Promise<Tab> {
    const wanted = `room:${workshop}`
    const window = await openTab(browser, site, NADIA, { width: 360, wanted, ...options })
    windows.push(window)
    await window.tab.getByRole('heading', { name: 'Dans la salle' }).waitFor()
    return window
  }
  const participant = () => site.api(NADIA).get<ParticipantView>(`/workshops/${workshop}/participant`)
  const mine = async () =>
    (await site.api(NADIA).get<Page<IdeaView>>('/ideas?mine=1')).items.map(({ text }) => text)

  /** Nobody has a seat any more, nor is there: who was. */
  const leaveRoom = () =>
    site.stage.app.database.transact(async tx => {
      await open(tx).deleteFrom('registration').where('workshop_id', '=', workshop).execute()
      const there = open(tx).selectFrom('attendance').selectAll().where('workshop_id', '=', workshop)
      const rows = await there.execute()
      await open(tx).deleteFrom('attendance').where('workshop_id', '=', workshop).execute()
      return rows
    })

  it('is led there by the code of the day, which checks nobody in; the letters of the room do', async () => {
    const { tab } = await phone()
    await tab.getByRole('heading', { name: 'Enregistrer votre présence' }).waitFor()
    assert.equal((await participant()).in, false)
    const { letters } = await site.api(MAELLE).get<{ letters: string }>(`/attendance/${workshop}`)
    await tab.getByRole('textbox', { name: 'Les six lettres affichées' }).fill(letters)
    await tab.getByRole('button', { name: 'Je suis là' }).click()
    await tab.getByRole('heading', { name: 'Maintenant' }).waitFor()
    assert.equal((await participant()).in, true)
  })

  it('leads from a code that checked in to the room, and from there to one’s own tab', async () => {
    const { link } = await site.api(MAELLE).get<{ link: string }>(`/attendance/${workshop}`)
    const wanted = /check-in:[\w.-]+/.exec(decodeURIComponent(link))?.[0] ?? ''
    const window = await openTab(browser, site, NADIA, { width: 360, wanted })
    windows.push(window)
    await window.tab.getByRole('link', { name: 'Dans la salle' }).click()
    await window.tab.getByRole('heading', { name: 'Dans la salle' }).waitFor()
    await window.tab.getByRole('button', { name: 'Mon espace' }).click()
    await window.tab.getByRole('heading', { name: 'Aujourd’hui' }).waitFor()
    assert.equal(await window.tab.getByText('Vous êtes enregistré').count(), 0)
  })

  it('offers the remote to who may lead the room, and brings them back', async () => {
    const led = await openRoom(site, [], CAMILLE)
    const window = await openTab(browser, site, CAMILLE, { width: 360, wanted: `room:${led}` })
    windows.push(window)
    await window.tab.getByRole('link', { name: 'Ouvrir la télécommande' }).click()
    await window.tab.getByRole('heading', { name: 'Télécommande' }).waitFor()
    await window.tab.getByRole('button', { name: 'Mon espace' }).click()
    await window.tab.getByRole('heading', { name: 'Dans la salle' }).waitFor()
    const { tab } = await phone()
    assert.equal(await tab.getByRole('link', { name: 'Ouvrir la télécommande' }).count(), 0)
  })

  it('says what the screen shows as it changes, and the time that is left in words', async () => {
    await comeIn(site, workshop, NADIA)
    const window = await openTab(browser, site, NADIA, { width: 360, wanted: `room:${workshop}` })
    windows.push(window)
    // What is set before it listens may be heard of some seconds later.
    await listening(window, site, () => window.tab.locator('.room-screen').waitFor())
    await show(site, workshop, { kind: 'question', words: QUESTION, axis: 'usager', minutes: 10 })
    await window.tab.locator('.room-screen h2').getByText(QUESTION).waitFor()
    await heard(window, new RegExp(`^${QUESTION.slice(0, 12)}`))
    await window.tab.getByText('Il reste 10 minutes.').waitFor({ state: 'attached' })
    await show(site, workshop, { kind: 'pause', minutes: 15 })
    await window.tab.getByText(/^Reprise à 11\sh\s45/).waitFor()
  })

  it('sends an idea from the field that stands there, under the axis of the scene', async () => {
    await comeIn(site, workshop, NADIA)
    await show(site, workshop, { kind: 'question', words: QUESTION, axis: 'usager' })
    const { tab, focused } = await phone()
    await tab.getByRole('textbox', { name: 'Votre idée' }).fill('Un modèle de courrier par démarche')
    await tab.getByRole('button', { name: 'Envoyer au mur' }).click()
    await tab.getByRole('list', { name: 'Vos idées envoyées' }).getByText('Un modèle de courrier').waitFor()
    await focused('Votre idée')
    const [idea] = (await site.api(NADIA).get<Page<IdeaView>>('/ideas?mine=1')).items
    assert.equal(idea?.axis, 'usager')
    await tab.getByRole('button', { name: /^Annuler : Un modèle/ }).click()
    await tab.getByRole('list', { name: 'Vos idées envoyées' }).waitFor({ state: 'detached' })
    assert.deepEqual(await mine(), [])
  })

  it('loses nothing of who takes part no more: what they typed is sent as an idea like any other', async () => {
    await comeIn(site, workshop, NADIA)
    await show(site, workshop, { kind: 'question', words: QUESTION, axis: 'usager' })
    const window = await phone()
    const { tab } = window
    await tab.getByRole('textbox', { name: 'Votre idée' }).waitFor()
    await window.page.context().setOffline(true)
    await tab.getByRole('textbox', { name: 'Votre idée' }).fill('Un banc devant chaque accueil.')
    await tab.getByRole('button', { name: 'Envoyer au mur' }).click()
    await tab.getByText('Réseau absent. Une idée est gardée').waitFor()
    await leaveRoom()
    await window.page.context().setOffline(false)
    await tab.getByText('seules les personnes qui y participent').waitFor()
    await show(site, workshop, { kind: 'pause' })
    const aside = tab.getByRole('button', { name: 'Déposer hors de l’atelier' })
    await aside.waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await aside.click()
    await tab.getByText('Votre idée est publiée').first().waitFor()
    assert.deepEqual(await mine(), ['Un banc devant chaque accueil.'])
    assert.equal(await aside.count(), 0)
  })

  it('sends an idea to the wall again once who typed it is checked in', async () => {
    await comeIn(site, workshop, NADIA)
    await show(site, workshop, { kind: 'question', words: QUESTION, axis: 'usager' })
    const window = await phone()
    const { page, tab, focused } = window
    // The scene is read before the network goes.
    const field = tab.getByRole('textbox', { name: 'Votre idée' })
    await field.waitFor()
    await page.context().setOffline(true)
    await field.fill('Un banc devant chaque accueil.')
    await tab.getByRole('button', { name: 'Envoyer au mur' }).click()
    await tab.getByText('Réseau absent. Une idée est gardée').waitFor()
    const rows = await leaveRoom()
    await page.context().setOffline(false)
    const refusal = tab.getByText('enregistrez d’abord votre présence')
    await refusal.waitFor()
    const again = tab.getByRole('button', { name: 'Réessayer : Un banc devant chaque accueil.' })
    const refused = page.waitForResponse(answer => answer.status() === 403)
    await again.press('Enter')
    await refused
    await refusal.waitFor()
    assert.deepEqual(await mine(), [])
    await site.stage.app.database.transact(async tx => {
      await open(tx).insertInto('attendance').values(rows).execute()
    })
    await page.reload()
    await field.waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await again.press('Enter')
    await tab.getByRole('list', { name: 'Vos idées envoyées' }).getByText('Un banc devant').waitFor()
    await focused('Proposer une idée')
    assert.equal(await again.count(), 0)
    const [idea] = (await site.api(NADIA).get<Page<IdeaView>>('/ideas?mine=1')).items
    assert.equal(idea?.axis, 'usager')
  })

  it('votes in place, and says that it is done', async () => {
    await comeIn(site, workshop, NADIA)
    const input = {
      nonce: 'v'.repeat(20),
      question: QUESTION,
      options: ['Le banc', 'L’abri'],
      kind: 'single',
      minutes: 10,
    }
    const { ballot } = await site.api(MAELLE).post<RoomVoteView>(`/workshops/${workshop}/room-vote`, input)
    await show(site, workshop, { kind: 'vote', ballot: ballot.id })
    const window = await phone()
    const { tab } = window
    await tab.getByRole('radio', { name: 'L’abri' }).click()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Voter', exact: true }).click()
    await tab.getByRole('button', { name: 'Changer mon vote' }).waitFor()
    const { mine = [] } = await site.api(NADIA).get<BallotView>(`/ballots/${ballot.id}`)
    assert.equal(mine.length, 1)
    await tab.getByRole('button', { name: 'Changer mon vote' }).click()
    await tab.getByRole('radio', { name: 'Le banc' }).waitFor()
  })

  it('keeps ideas typed without a network, through a page opened again, and sends each once', async () => {
    await comeIn(site, workshop, NADIA)
    await show(site, workshop, { kind: 'question', words: QUESTION, axis: 'usager' })
    const { page, tab } = await phone()
    const send = async (text: string) => {
      await tab.getByRole('textbox', { name: 'Votre idée' }).fill(text)
      await tab.getByRole('button', { name: 'Envoyer au mur' }).click()
    }
    // Arrives, and its answer is lost.
    await page.route(
      '**/api/v1/workshops/*/ideas',
      async route => {
        await route.fetch()
        await page.context().setOffline(true)
        await route.abort('internetdisconnected')
      },
      { times: 1 },
    )
    await send('Un banc à l’ombre')
    await tab.getByText('Réseau absent. Une idée est gardée').waitFor()
    await send('Un abri à vélos')
    await tab.getByText('Réseau absent. 2 idées sont gardées').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    await tab.getByText('Un abri à vélos').waitFor()
    assert.deepEqual((await mine()).toSorted(), ['Un abri à vélos', 'Un banc à l’ombre'])
  })

  it('has nothing for axe to find in any theme, and fits in 360 px', async () => {
    await comeIn(site, workshop, NADIA)
    await show(site, workshop, { kind: 'question', words: 'Anticonstitutionnellement'.repeat(3), minutes: 5 })
    const window = await phone()
    await window.tab.getByRole('button', { name: 'Envoyer au mur' }).click()
    for (const theme of THEMES) {
      await wear(window, theme)
      assert.deepEqual(await violations(window), [], theme)
    }
    assert.ok((await window.overflow()) <= 0)
    assert.deepEqual(window.complaints, [])
  })

  it('is first on the day of a seat, and comes back to its card', async () => {
    const window = await openTab(browser, site, NADIA, { width: 360 })
    windows.push(window)
    await window.ready()
    await window.tab
      .locator('.task')
      .first()
      .getByRole('link', { name: /^Dans la salle/ })
      .click()
    await window.tab.getByRole('heading', { name: 'Dans la salle' }).waitFor()
    await window.tab.getByRole('button', { name: 'Mon espace' }).click()
    await window.focused('Accueillir mieux, plus près')
  })
})
