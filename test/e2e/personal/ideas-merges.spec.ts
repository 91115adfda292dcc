import assert from 'node:assert/strict'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { nonce } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

describe('a proposal to join two ideas, in the personal tab', function () {
  this.timeout(60_000)
  const { opened, site } = visits({ unfolded: true })

  async function propose(): Promise<[string, string]> {
    const submit = (who: typeof KARIM, text: string) =>
      site().api(who).post<IdeaView>('/ideas', { nonce: nonce(), axis: 'equipe', text })
    const theirs = await submit(KARIM, 'Un banc devant chaque accueil')
    const mine = await submit(CAMILLE, 'Des bancs devant les accueils')
    await site().api(KARIM).post(`/ideas/${theirs.id}/merge`, { into: mine.id })
    return [theirs.id, mine.id]
  }

  it('shows both, takes a yes by keyboard, and keeps the answer where the question stood', async () => {
    const [theirs, mine] = await propose()
    const window = await opened(CAMILLE)
    const { page, tab } = window
    const task = tab.locator('.task', { hasText: 'Deux idées proches' })
    await task.getByRole('button', { name: /^Comparer/ }).click()
    await task.getByText(/avec «.Un banc devant chaque accueil/).waitFor()
    await tabTo(window, 'Regrouper les deux idées')
    await page.keyboard.press('Enter')
    await window.focused('Les deux idées sont regroupées')
    const joined = await site().api(CAMILLE).get<{ items: { id: string }[] }>(`/ideas/${mine}/joined`)
    assert.deepEqual(
      joined.items.map(({ id }) => id),
      [theirs],
    )
    await page.reload()
    await window.ready()
    assert.equal(await tab.getByText('Deux idées proches').count(), 0)
  })

  it('takes a no, and says what went wrong where there is nothing left to answer', async () => {
    const [theirs] = await propose()
    const { page, tab } = await opened(CAMILLE)
    const task = tab.locator('.task', { hasText: 'Deux idées proches' })
    await task.getByRole('button', { name: /^Comparer/ }).click()
    await task.getByText(/Des bancs devant les accueils/).waitFor()
    await page.route(/\/merges\/\w+\/answer$/, route => route.abort(), { times: 1 })
    await task.getByRole('button', { name: /^Les laisser séparées/ }).click()
    await task.getByRole('alert').waitFor()
    await task.getByRole('button', { name: /^Les laisser séparées/ }).click()
    await tab.locator('.task', { hasText: 'Les deux idées restent séparées' }).waitFor()
    const { items } = await site().api(KARIM).get<{ items: IdeaView[] }>('/ideas?mine=1')
    assert.equal(items.find(({ id }) => id === theirs)?.state, 'received')
  })
})
