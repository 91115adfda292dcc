import assert from 'node:assert/strict'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { ask, nonce, published, seat } from '../site.ts'
import { visits } from '../visits.ts'

describe('a link into the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('opens an idea’s thread, a ballot, a commitment, the preferences and a new idea, and says when a thing is gone', async () => {
    await seat(site(), CAMILLE)
    const api = site().api(CAMILLE)
    const idea = await api.post<IdeaView>('/ideas', { nonce: nonce(), text: 'Un banc', axis: 'usager' })
    const intention = { axis: 'usager', text: 'Relire un courrier', horizon: '2027-06-30' }
    const commitment = await api.post<CommitmentView>('/commitments', { nonce: nonce(), ...intention })
    await ask(site(), 'Quel nom ?', '2027-05-21', ['Le relais', 'Passerelle'])
    const { items } = await api.get<Page<BallotView>>('/ballots')
    for (const [wanted, title] of [
      [`idea:${idea.id}`, 'Commentaires'],
      [`commitment:${commitment.id}`, 'Faire le point'],
      [`ballot:${items[0]?.id}`, 'Quel nom'],
      ['preferences', 'Coups de pouce'],
      ['propose', 'Proposer une idée'],
    ] as const) {
      const { tab, complaints } = await opened(CAMILLE, { wanted })
      await tab.getByRole('dialog', { name: title }).waitFor()
      assert.deepEqual(complaints, [])
    }
    const { tab } = await opened(CAMILLE, { wanted: 'idea:no-such-idea' })
    await tab.getByText('Cet élément n’existe plus').waitFor()
  })

  it('finds an answer waiting, which waits no longer once it is read', async () => {
    await seat(site(), CAMILLE)
    const api = site().api(CAMILLE)
    const { id } = await api.post<IdeaView>('/ideas', { nonce: nonce(), text: 'Un banc', axis: 'usager' })
    await site().stage.as(MAELLE).presses('ideas.answer', { idea: id, text: 'Nous l’essayons en juin.' })
    await published(site())
    const { page, tab } = await opened(CAMILLE, { width: 360 })
    await tab.getByRole('button', { name: 'Lire la réponse' }).click()
    await tab.getByRole('dialog', { name: 'Commentaires' }).getByText('Nous l’essayons en juin.').waitFor()
    await page.reload()
    await tab.locator('.axes').waitFor()
    assert.equal(await tab.getByRole('button', { name: 'Lire la réponse' }).count(), 0)
  })
})
