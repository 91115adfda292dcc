import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { ColleagueView } from '../../../src/tabs/contract/attendance.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { RoomVotePage } from '../../../src/tabs/contract/ballots/room-votes.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { begin } from '../harvest.ts'
import { pairScreen, show } from '../room.ts'
import { wear } from '../screens/check.ts'
import { THEMES } from '../screens/walk.ts'
import { nonce, openSite, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab, tabTo } from '../window.ts'

type First = (page: Tab['page']) => Promise<unknown>

describe('« Faire voter la salle », in the organiser’s tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let workshop: string

  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [MAELLE, CAMILLE, KARIM]) await seat(site, person)
    workshop = await begin(site)
    for (const person of [CAMILLE, KARIM]) {
      const path = `/attendance/${workshop}`
      const name = encodeURIComponent(person.name)
      const { items } = await site.api(MAELLE).get<Page<ColleagueView>>(`${path}/colleagues?name=${name}`)
      await site.api(MAELLE).post(`${path}/walk-ins`, { person: items[0]?.id ?? '' })
    }
    const lines = ['Un banc', 'Un abri', 'Un guide'].map(text => ({
      key: nonce(),
      text,
      axis: 'equipe',
      table: '1',
    }))
    await site.api(MAELLE).post(`/workshops/${workshop}/harvest`, { lines })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const opened = async (width: number, wanted = `workshops:${workshop}`, first?: First) => {
    const from = site.clock.now()
    const options = { tab: 'organiser', from, width, wanted, ...(first && { first }) } as const
    const window = await openTab(browser, site, MAELLE, options)
    await window.ready()
    return window
  }
  const vote = async () =>
    (await site.api(MAELLE).get<RoomVotePage>(`/workshops/${workshop}/room-vote`)).vote?.ballot

  for (const width of [360, 1280]) {
    it(`opens a vote in three presses from « Aujourd’hui », two of them on the workshop’s page, and closes it in place, ${width} px wide`, async () => {
      const window = await opened(width, 'today')
      const { tab } = window
      const panel = tab.getByRole('region', { name: 'Faire voter la salle' })
      await tab
        .getByRole('link', { name: /^Animer/ })
        .first()
        .click()
      let presses = 1
      await panel.getByText('2 personnes sont présentes').waitFor()
      const press = async (name: RegExp) => {
        presses++
        await panel.getByRole('button', { name }).click()
      }
      await press(/^Faire voter/)
      await panel.getByText('Un guide').waitFor()
      await window.focused('Ouvrir le vote')
      for (const theme of THEMES) {
        await wear(window, theme)
        assert.deepEqual(await violations(window), [], theme)
      }
      assert.equal(await window.overflow(), 0)
      await press(/^Ouvrir le vote/)
      await panel.getByText(/^La salle vote, jusqu’à/).waitFor()
      assert.equal(presses, 3)
      const running = await vote()
      assert.deepEqual([running?.state, running?.kind, running?.options.length], ['open', 'dots', 3])
      // One press away for who is there.
      const { items } = await site.api(CAMILLE).get<Page<BallotView>>('/ballots')
      assert.deepEqual(
        items.filter(({ state }) => state === 'open').map(({ id, called }) => [id, called]),
        [[running?.id, true]],
      )
      await site.api(CAMILLE).put(`/ballots/${running?.id}/vote`, {
        choice: [{ option: running?.options[0]?.id ?? '', points: 3 }],
      })
      await press(/^Clore maintenant/)
      await window.focused('Laisser ouvert')
      await press(/^Clore maintenant/)
      await panel.getByText('arrive en tête').waitFor()
      await panel.getByRole('button', { name: 'Faire voter de nouveau la salle' }).waitFor()
      assert.deepEqual(await violations(window), [])
      assert.deepEqual(window.complaints, [])
      site.clock.advance(1_000)
      await window.close()
    })
  }

  it('says why a vote of so few is not secret, and refuses nothing that was typed', async () => {
    const window = await opened(360)
    const { tab } = window
    const panel = tab.getByRole('region', { name: 'Faire voter la salle' })
    await panel.getByRole('button', { name: /^Faire voter/ }).click()
    await panel.getByText('Autres réglages').click()
    await panel.getByText(/^À partir de 20 personnes présentes\. Ici, 2 pour l’instant/).waitFor()
    assert.ok(await panel.getByRole('switch', { name: 'Vote secret' }).isDisabled())
    await panel.getByRole('radio', { name: 'D’autres propositions' }).click()
    await panel.getByRole('textbox', { name: 'Une proposition par ligne' }).fill('Une seule')
    await panel.getByRole('button', { name: 'Ouvrir le vote' }).click()
    await panel.getByText(/^Il faut au moins deux/).waitFor()
    const typed = panel.getByRole('textbox', { name: 'Une proposition par ligne' })
    assert.equal(await typed.inputValue(), 'Une seule')
    assert.deepEqual(await violations(window), [])
    await window.close()
  })

  it('offers to show it on the screen that runs once it is open, at the next stop of the keyboard, and not on a page that is opened later', async () => {
    const readScreen = await pairScreen(site, workshop)
    const window = await opened(360)
    const { tab, page } = window
    const panel = tab.getByRole('region', { name: 'Faire voter la salle' })
    const offer = panel.getByRole('button', { name: 'Montrer à l’écran' })
    await panel.getByRole('button', { name: /^Faire voter/ }).waitFor()
    assert.equal(await offer.count(), 0)
    await tabTo(window, 'Faire voter')
    await page.keyboard.press('Enter')
    await window.focused('Ouvrir le vote')
    await page.keyboard.press('Enter')
    await offer.waitFor()
    await window.focused('Faire voter la salle')
    assert.notEqual((await readScreen()).scene.kind, 'vote')
    await page.keyboard.press('Tab')
    await window.focused('Montrer à l’écran')
    for (const theme of THEMES) {
      await wear(window, theme)
      assert.deepEqual(await violations(window), [], theme)
    }
    assert.equal(await window.overflow(), 0)
    await page.keyboard.press('Enter')
    await heard(window, /^À l’écran\u00A0: Par quelles idées commencer/)
    await window.focused('Faire voter la salle')
    await panel.getByText('Vote · à l’écran').waitFor()
    await tab
      .getByRole('region', { name: 'Écran de la salle' })
      .getByText(/^À l’écran\u00A0: Par quelles idées/)
      .waitFor()
    const { scene } = await readScreen()
    assert.equal(scene.kind === 'vote' && scene.ballot.id, (await vote())?.id)
    assert.equal(await offer.count(), 0)
    assert.deepEqual([await violations(window), window.complaints], [[], []])
    await window.close()
    const later = await opened(1280)
    await later.tab.getByText(/^La salle vote, jusqu’à/).waitFor()
    assert.equal(await later.tab.getByText('Vote · à l’écran').count(), 0)
    await later.close()
    await site.api(MAELLE).post(`/ballots/${(await vote())?.id}/close`, {})
    site.clock.advance(1_000)
  })

  it('says what the screen shows where a remote moved it meanwhile, and shows the vote by another press', async () => {
    const readScreen = await pairScreen(site, workshop)
    await show(site, workshop, { kind: 'welcome' })
    const window = await opened(360, `workshops:${workshop}`, page =>
      page.route('**/api/v1/events*', route => route.abort()),
    )
    const panel = window.tab.getByRole('region', { name: 'Faire voter la salle' })
    await panel.getByRole('button', { name: /^Faire voter/ }).click()
    await panel.getByRole('button', { name: 'Ouvrir le vote' }).click()
    const offer = panel.getByRole('button', { name: 'Montrer à l’écran' })
    await offer.waitFor()
    await show(site, workshop, { kind: 'pause', minutes: 15 })
    await offer.click()
    await panel.getByText(/^L’écran a changé entre-temps.*À l’écran\u00A0: Pause$/).waitFor()
    assert.equal((await readScreen()).scene.kind, 'pause')
    assert.deepEqual(await violations(window), [])
    await offer.click()
    await panel.getByText('Vote · à l’écran').waitFor()
    assert.equal((await readScreen()).scene.kind, 'vote')
    await window.close()
  })
})
