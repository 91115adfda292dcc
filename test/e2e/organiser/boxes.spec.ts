import assert from 'node:assert/strict'
import type { BoxChoices, BoxView } from '../../../src/tabs/contract/ideas/boxes.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const QUESTION = 'Que changer dès ce mois-ci dans l’accueil des nouvelles et des nouveaux collègues ?'
const TEXT = 'Un carnet de passation d’une page'

describe('the questions asked, for an organiser', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  async function ask(): Promise<string> {
    await announce(site())
    const { channels } = await site().api(MAELLE).get<BoxChoices>('/idea-boxes/choices')
    const [channel] = channels
    const body = { nonce: nonce(), question: QUESTION, channel: channel?.id ?? '' }
    const { id } = await site().api(MAELLE).post<BoxView>('/idea-boxes', body)
    await seat(site(), CAMILLE)
    const answer = { box: id, nonce: '', text: TEXT, axis: 'equipe' }
    await site().stage.as(CAMILLE).presses('ideas.submit', answer, { in: 'channel', card: 'box-card' })
    return id
  }

  it('stand with their answers, which are read together, and are closed and opened again', async () => {
    await ask()
    const window = await opened(MAELLE, { tab: 'organiser', wanted: 'ideas:boxes', width: 360 })
    const { page, tab, overflow, complaints } = window
    await tab.getByRole('heading', { name: QUESTION }).waitFor()
    await tab.getByText('1 réponse').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await overflow(), 0)
    await tabTo(window, 'Clore')
    await page.keyboard.press('Enter')
    await heard(window, `« ${QUESTION} » est close. Sa carte le dit dans le canal.`)
    await tab.getByText(/^Close le/).waitFor()
    await window.focused('Rouvrir')
    await page.keyboard.press('Enter')
    await tab.getByText(/^Close le/).waitFor({ state: 'detached' })
    await tab.getByRole('link', { name: /^Lire les réponses/ }).click()
    await tab.getByRole('link', { name: TEXT, exact: true }).waitFor()
    assert.deepEqual(complaints, [])
  })
})
