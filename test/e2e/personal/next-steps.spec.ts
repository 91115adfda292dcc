import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import { CAMILLE, NADIA, PASCAL } from '../../support/sign-in/cast.ts'
import { retain } from '../initiatives.ts'
import { NOW, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'

const IDEA = 'Un banc devant chaque accueil'
/** Four days from now. */
const DUE = new Date(NOW + 4 * DAY).toISOString().slice(0, 10)
const STEP = 'Poser trois bancs à Rodez'

describe('next steps in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  /** Pascal's, asked of Camille. */
  async function asked(): Promise<string> {
    for (const person of [CAMILLE, PASCAL, NADIA]) await seat(site(), person)
    const idea = await retain(site(), CAMILLE, 'equipe', IDEA)
    const given = { kind: 'idea', id: idea, text: STEP, due: DUE, mine: false, nonce: nonce() }
    const { id } = await site().api(PASCAL).post<OwnStepView>('/steps', given)
    const { id: person } = await site().stage.app.people.greet({ ...CAMILLE, language: 'fr' })
    await site().api(PASCAL).put(`/steps/${id}/asked`, { person })
    return id
  }

  it('is accepted where it waits, with one’s name, then stands on the idea; done, it can be taken back', async () => {
    const id = await asked()
    const window = await opened(CAMILLE, { now: NOW })
    const { tab } = window
    const task = tab.locator('.task', { hasText: STEP })
    await task.getByText('Refuser ne laisse aucune trace', { exact: false }).waitFor()
    await task.getByRole('checkbox', { name: 'Montrer mon nom à tous' }).check()
    await task.getByRole('button', { name: /^J’accepte/ }).click()
    await task.getByRole('button', { name: /^C’est fait/ }).waitFor()
    assert.equal(await window.said(), 'La suite vous est confiée')

    const again = await opened(CAMILLE, { now: NOW })
    const promised = again.tab.locator('.task', { hasText: STEP })
    await again.tab
      .getByText(`Suite\u00A0: ${STEP} · Camille Martin, Direction des lycées`, { exact: false })
      .waitFor()
    await promised.getByRole('button', { name: /^C’est fait/ }).click()
    await promised.getByText('Tenue').waitFor()
    await promised.getByRole('button', { name: /^Annuler/ }).click()
    await promised.getByRole('button', { name: /^C’est fait/ }).waitFor()
    assert.equal((await site().api(CAMILLE).get<OwnStepView>(`/steps/${id}`)).state, 'promised')
  })

  it('is declined without a trace, and is read by nobody else before', async () => {
    const id = await asked()
    const { tab } = await opened(CAMILLE, { now: NOW })
    const task = tab.locator('.task', { hasText: STEP })
    await task.getByRole('button', { name: /^Je ne peux pas/ }).click()
    await task.waitFor({ state: 'detached' })
    const step = await site().api(PASCAL).get<OwnStepView>(`/steps/${id}`)
    assert.deepEqual([step.state, step.askedName], ['proposed', ''])
    const others = await opened(NADIA, { now: NOW })
    await others.tab.getByText(IDEA).first().waitFor()
    assert.equal(await others.tab.getByText(STEP).count(), 0)
  })
})
