import assert from 'node:assert/strict'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { counted } from '../counted.ts'
import { announce, ask, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { type Tab, tabTo } from '../window.ts'

/** A phone’s screen, and two of them (px). */
const SCREEN = 740
const PHONE = { width: 360 } as const

const place = ({ tab }: Tab, name: string) => tab.getByRole('heading', { name, level: 2 }).boundingBox()
const tallness = ({ tab }: Tab) => tab.locator('.page').evaluate(page => page.getBoundingClientRect().bottom)
/** How far down the page something stands: the window’s own bars are no part of it. */
async function below(window: Tab, name: string): Promise<number> {
  const [page, heading] = [await window.tab.locator('.page').boundingBox(), await place(window, name)]
  assert.ok(page && heading)
  return heading.y + heading.height - page.y
}
const opensAs = ({ tab }: Tab) => tab.locator('.fold-press[aria-expanded=true]').allTextContents()

describe('« Mon espace » on a phone', function () {
  this.timeout(90_000)
  const { site, opened } = visits()

  /** A month in: votes and workshops wait, three commitments run, some ideas are one’s own. */
  async function usual() {
    for (const who of [CAMILLE, KARIM]) await seat(site(), who)
    await site().stage.as(CAMILLE).installs('personal')
    const api = site().api(CAMILLE)
    for (const [axis, text] of [
      ['usager', 'Relire chaque mois un courrier type avec deux usagers de l’accueil.'],
      ['equipe', 'Tenir un carnet de passation d’une page pour mon poste.'],
      ['employeur', 'Accompagner une personne nouvelle pendant son premier mois.'],
    ] as const)
      await api.post('/commitments', {
        nonce: nonce(),
        axis,
        text,
        horizon: '2027-06-30',
        visibility: 'direction',
      })
    await api.post('/ideas', { nonce: nonce(), axis: 'equipe', text: 'Un carnet de passation d’une page.' })
    await site()
      .api(KARIM)
      .post('/ideas', { nonce: nonce(), axis: 'usager', text: 'Un banc devant chaque accueil.' })
    for (const question of [
      'Quel nom pour le carnet ?',
      'Quelle idée essayer d’abord ?',
      'Quel jour pour le café ?',
    ])
      await ask(site(), question, '2027-05-21', ['Le premier', 'Le second'])
    await announce(site(), { title: 'Soigner les arrivées', date: '2027-06-03' })
    await announce(site(), { title: 'Accueillir mieux, plus près', date: '2027-06-10' })
    const { items } = await api.get<Page<WorkshopView>>('/workshops')
    await api.put(`/workshops/${items[0]?.id}/answer`, { answer: 'yes' })
  }

  it('shows a usual agent « Mes engagements » on the first screen, and ends with the second', async () => {
    await usual()
    const window = await opened(CAMILLE, PHONE)
    const heights = [await below(window, 'Mes engagements'), await tallness(window)]
    assert.ok((heights[0] ?? 0) <= SCREEN && (heights[1] ?? 0) <= 2 * SCREEN, heights.join(', '))
    assert.equal(await window.tab.locator('.task').count(), 3)
    assert.deepEqual(await opensAs(window), [])
    assert.deepEqual(await window.tab.locator('.fold-press').allTextContents(), [
      'Mes ateliers · 1 à venir',
      'Mes idées · 1',
      'Idées des collègues · 1',
    ])
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
  })

  it('keeps what else waits behind one press, which leads to the first of it', async () => {
    await usual()
    const window = await opened(CAMILLE, PHONE)
    const { tab, page } = window
    await tabTo(window, 'Voir l’autre')
    await page.keyboard.press('Enter')
    await counted(tab.locator('.task'), 4)
    await tab.locator('.task:nth-child(4):focus').waitFor()
    await tab.getByRole('button', { name: 'Voir moins' }).click()
    await counted(tab.locator('.task'), 3)
    await window.focused('Voir l’autre')
  })

  it('unfolds a section in place by keyboard, and finds it so the next time', async () => {
    await usual()
    const window = await opened(CAMILLE, PHONE)
    const { tab, page } = window
    await tabTo(window, 'Mes idées')
    await page.keyboard.press('Enter')
    await tab.getByRole('region', { name: 'Mes idées' }).locator('.idea').waitFor()
    await window.focused('Mes idées')
    assert.deepEqual(await violations(window), [])
    await page.reload()
    await window.ready()
    await tab.getByRole('region', { name: 'Mes idées' }).locator('.idea').waitFor()
    assert.deepEqual(await opensAs(window), ['Mes idées · 1'])
  })

  it('shows what one may do with a commitment once it is pressed', async () => {
    await usual()
    const window = await opened(CAMILLE, PHONE)
    const { tab } = window
    assert.equal(await tab.getByRole('button', { name: /^Faire le point/ }).count(), 0)
    await tab.getByRole('button', { name: /^Agir\s: Tenir un carnet/ }).click()
    await tab.getByText('vu de votre Direction').waitFor()
    await tab.getByRole('button', { name: /^Faire le point/ }).click()
    await tab.getByRole('dialog', { name: 'Faire le point' }).waitFor()
  })

  it('begins with the workshop of the day, and counts it among what waits', async () => {
    await usual()
    await announce(site(), { title: 'Ce matin', date: '2027-05-17' })
    const { items } = await site().api(CAMILLE).get<Page<WorkshopView>>('/workshops')
    const today = items.find(({ title }) => title === 'Ce matin')
    await site().api(CAMILLE).put(`/workshops/${today?.id}/answer`, { answer: 'yes' })
    const window = await opened(CAMILLE, { ...PHONE, now: site().clock.now() })
    const titles = await window.tab.getByRole('heading', { level: 2 }).allInnerTexts()
    assert.deepEqual(titles.slice(0, 3), ['Aujourd’hui', 'Pour vous maintenant', 'Mes engagements'])
    assert.ok((await below(window, 'Mes engagements')) <= SCREEN)
    assert.equal(await window.tab.locator('.task').count(), 3)
  })

  it('opens the section that a link leads into, and only that', async () => {
    await usual()
    const api = site().api(CAMILLE)
    const [mine] = (await api.get<Page<IdeaView>>('/ideas?mine=1')).items
    const other = (await api.get<Page<IdeaView>>('/ideas')).items.find(idea => !idea.mine)
    const [workshop, asked] = (await api.get<Page<WorkshopView>>('/workshops')).items
    const [ballot] = (await api.get<Page<BallotView>>('/ballots')).items
    const [commitment] = (await api.get<Page<CommitmentView>>('/commitments')).items
    await api.put(`/ballots/${ballot?.id}/vote`, { option: ballot?.options[0]?.id })
    for (const [wanted, dialog, section] of [
      [`idea:${mine?.id}`, 'Commentaires', 'Mes idées'],
      [`idea:${other?.id}`, 'Commentaires', 'Idées des collègues'],
      [`ballot:${ballot?.id}`, ballot?.question ?? '', 'Mes votes'],
      [`workshop:${workshop?.id}`, 'Préparer ma venue', 'Mes ateliers'],
      [`workshop:${asked?.id}`, undefined, 'Mes ateliers'],
      [`commitment:${commitment?.id}`, 'Faire le point', undefined],
      ['preferences', 'Coups de pouce', undefined],
      ['propose', 'Proposer une idée', undefined],
    ] as const) {
      const window = await opened(CAMILLE, { ...PHONE, wanted })
      if (dialog === undefined) await window.focused('Mes ateliers')
      else {
        await window.tab.getByRole('dialog', { name: dialog }).waitFor()
        await window.page.keyboard.press('Escape')
        await window.tab.getByRole('dialog').waitFor({ state: 'detached' })
      }
      const open = (await opensAs(window)).map(text => text.split(' · ')[0])
      assert.deepEqual(open, section ? [section] : [], wanted)
      assert.deepEqual(window.complaints, [])
      await window.page.close()
    }
  })

  it('shows the section to which an idea was added from its line', async () => {
    await usual()
    const window = await opened(CAMILLE, PHONE)
    const { tab } = window
    await tab.getByRole('button', { name: 'Proposer une idée' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Un planning commun des salles.')
    await dialog.getByRole('combobox').selectOption('equipe')
    await dialog.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await window.focused('Faire équipe. Un planning commun')
    assert.deepEqual(await opensAs(window), ['Mes idées · 2'])
  })
})
