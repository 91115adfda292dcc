import assert from 'node:assert/strict'
import type { CommentView, IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const TEXT = 'Un banc devant chaque accueil'
const RUDE = 'Celle du bureau 12 y dormirait'
const WHY = 'On reconnaît quelqu’un'

describe('what is reported in the tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  it('an idea, from its thread, once and with thanks', async () => {
    await seat(site(), CAMILLE)
    await seat(site(), KARIM)
    const idea = { nonce: nonce(), axis: 'equipe', text: RUDE }
    await site().api(KARIM).post<IdeaView>('/ideas', idea)
    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tab.getByRole('button', { name: /^Commenter/ }).click()
    await tabTo(window, `Signaler au Lab’\u00A0: ${RUDE}`)
    await page.keyboard.press('Enter')
    await window.focused('Ce qui ne va pas, si vous voulez le dire')
    await page.keyboard.type(WHY)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await window.focused('Votre signalement est transmis au Lab’')
    const [seen] = (await site().api(CAMILLE).get<{ items: IdeaView[] }>('/ideas')).items
    assert.deepEqual([seen?.text, seen?.reported], [RUDE, true])
    await page.reload()
    await tab.getByRole('button', { name: /^Commenter/ }).click()
    await tab.getByText('Signalée au Lab’').waitFor()
    assert.equal(await tab.getByRole('button', { name: /^Signaler au Lab’/ }).count(), 0)
    assert.deepEqual(window.complaints, [])
  })

  it('a comment, by keyboard, hidden from the queue with a reason, and shown again at once', async () => {
    for (const person of [CAMILLE, KARIM]) await seat(site(), person)
    const idea = { nonce: nonce(), axis: 'equipe', text: TEXT }
    const { id } = await site().api(KARIM).post<IdeaView>('/ideas', idea)
    await site().api(KARIM).post(`/ideas/${id}/comments`, { nonce: nonce(), text: RUDE })
    const seen = async () =>
      (await site().api(CAMILLE).get<{ items: CommentView[] }>(`/ideas/${id}/comments`)).items.map(
        ({ text, reported }) => [text, reported],
      )

    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tab.getByRole('button', { name: /^Commenter/ }).click()
    await tabTo(window, `Signaler\u00A0: ${RUDE}`)
    await page.keyboard.press('Enter')
    await window.focused('Ce qui ne va pas, si vous voulez le dire')
    await page.keyboard.type(WHY)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await window.focused('Merci, votre signalement est transmis au Lab’')
    assert.deepEqual(await seen(), [[RUDE, true]])
    assert.deepEqual(window.complaints, [])

    const desk = await opened(MAELLE, { tab: 'organiser', wanted: 'ideas:comments', width: 360 })
    await desk.tab.getByText(WHY).waitFor()
    const whole = (await desk.tab.locator('main').textContent()) ?? ''
    assert.ok(whole.includes(KARIM.name) && !whole.includes(CAMILLE.name))
    await tabTo(desk, `Garder\u00A0: ${RUDE}`)
    await desk.page.keyboard.press('Enter')
    await desk.focused('Commentaires signalés')
    await desk.tab.getByText('Aucun commentaire signalé.').waitFor()
    await desk.tab.getByRole('button', { name: 'Annuler' }).click()
    await desk.tab.getByText('Signalé par moins de 5 personnes').waitFor()
    assert.equal(await desk.tab.getByText(WHY).count(), 0)
    await tabTo(desk, `Masquer\u00A0: ${RUDE}`)
    await desk.page.keyboard.press('Enter')
    await desk.focused('Pourquoi le masquer')
    await desk.page.keyboard.type('Une personne s’y reconnaît')
    await desk.page.keyboard.press('Tab')
    await desk.page.keyboard.press('Enter')
    await desk.focused('Commentaires signalés')
    assert.match(await desk.said(), /Le commentaire est masqué/)
    await desk.tab.getByText('Aucun commentaire signalé.').waitFor()
    await desk.tab.getByText(/^Masqué par le Lab’.*s’y reconnaît/).waitFor()
    assert.deepEqual(await seen(), [])
    assert.equal(await desk.overflow(), 0)
    await desk.tab.getByRole('button', { name: 'Annuler' }).click()
    await desk.tab.getByText('Aucun commentaire masqué.').waitFor()
    assert.deepEqual(await seen(), [[RUDE, true]])
    assert.deepEqual(desk.complaints, [])
  })

  for (const [where, wanted] of [
    ['an idea’s page', (id: string) => ({ tab: 'organiser' as const, wanted: `ideas:${id}` })],
    ['an idea’s thread', () => ({})],
  ] as const)
    it(`a comment that nobody reported, from ${where}, where organisers hide it and show it again`, async () => {
      for (const person of [CAMILLE, KARIM]) await seat(site(), person)
      const idea = { nonce: nonce(), axis: 'equipe', text: TEXT }
      const { id } = await site().api(KARIM).post<IdeaView>('/ideas', idea)
      await site().api(KARIM).post(`/ideas/${id}/comments`, { nonce: nonce(), text: RUDE })
      const list = async (person: typeof CAMILLE, path: string) =>
        (await site().api(person).get<{ items: CommentView[] }>(path)).items.map(({ text }) => text)

      const desk = await opened(MAELLE, { ...wanted(id), width: 360 })
      const { page, tab } = desk
      if (where === 'an idea’s thread') await tab.getByRole('button', { name: /^Commenter/ }).click()
      await tabTo(desk, `Masquer\u00A0: ${RUDE}`)
      await page.keyboard.press('Enter')
      await desk.focused('Pourquoi le masquer')
      await page.keyboard.type('Une personne s’y reconnaît')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await desk.focused('Rendre visible')
      await tab.getByText(/^Masqué par le Lab’.*s’y reconnaît/).waitFor()
      assert.deepEqual(
        [await list(CAMILLE, `/ideas/${id}/comments`), await list(MAELLE, '/comments/hidden')],
        [[], [RUDE]],
      )
      assert.ok((await desk.overflow()) <= 0)
      await page.keyboard.press('Enter')
      await desk.focused('Masquer')
      assert.deepEqual(
        [await list(CAMILLE, `/ideas/${id}/comments`), await list(MAELLE, '/comments/hidden')],
        [[RUDE], []],
      )
      assert.deepEqual(desk.complaints, [])
    })
})
