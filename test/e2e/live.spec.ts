import assert from 'node:assert/strict'
import { MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { CAMILLE, KARIM, PASCAL } from '../support/sign-in/cast.ts'
import { carry } from './initiatives.ts'
import { listening } from './listening.ts'
import { announce, ask, NOW, nonce, published, seat } from './site.ts'
import { visits } from './visits.ts'

type Host = {
  readonly teamsHost: {
    readonly putAway: () => void
    readonly showAgain: (sub?: string) => void
  }
}

const IDEA = 'Un banc devant chaque accueil'

describe('what others do', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })
  const propose = (text = IDEA) => site().api(KARIM).post('/ideas', { nonce: nonce(), axis: 'equipe', text })

  beforeEach(async () => {
    for (const person of [KARIM, CAMILLE]) await seat(site(), person)
  })

  /** How long after `act` was done the words stand in the other's window (ms). */
  async function shownAfter(act: () => Promise<unknown>, shown: () => Promise<unknown>): Promise<number> {
    await act()
    const done = performance.now()
    await shown()
    return performance.now() - done
  }

  it('shows within two seconds: a support, a seat, a vote, an answer', async () => {
    await propose()
    await announce(site())
    await ask(site(), 'Quel nom pour le carnet ?', '2027-05-21', ['Le relais', 'Le mot du poste'])
    const [camille, karim] = [await opened(CAMILLE), await opened(KARIM)]
    const mine = camille.tab
    const his = karim.tab
    await his.locator('.task').getByRole('button', { name: 'Voter' }).click()
    const totals = his.getByRole('dialog')
    await totals.getByText('Voir les totaux').click()
    const spans = [
      await shownAfter(
        async () => {
          await mine.getByRole('button', { name: 'Soutenir' }).click()
          await mine.getByText('Karim Benali · 2 soutiens de 2 Directions').waitFor()
        },
        () => his.getByText('2 soutiens de 2 Directions').waitFor(),
      ),
      await shownAfter(
        async () => {
          await mine.getByRole('button', { name: 'Je participe' }).click()
          await mine.locator('.task').getByText('Place réservée').waitFor()
        },
        () =>
          his
            .getByText(/11\splaces libres/)
            .first()
            .waitFor(),
      ),
      await shownAfter(
        async () => {
          await mine.locator('.task').getByRole('button', { name: 'Voter' }).click()
          await mine.getByRole('dialog').getByLabel('Le relais').check()
          await mine.getByRole('dialog').getByRole('button', { name: 'Voter' }).click()
          await mine.getByRole('dialog').getByText('Votre vote est enregistré').waitFor()
        },
        () => totals.getByText('Les premiers votes arrivent.').waitFor(),
      ),
    ]
    await seat(site(), { ...PASCAL, direction: 'numerique' })
    const [idea] = (await site().api(KARIM).get<{ items: { id: string }[] }>('/ideas?mine=1')).items
    const answer = 'Trois bancs sont commandés.'
    await site().api(PASCAL).post(`/ideas/${idea?.id}/answer`, { text: answer })
    // It can be taken back for ten minutes, in which nobody else has it.
    assert.equal(await his.getByText(answer).count(), 0)
    spans.push(
      await shownAfter(
        () => published(site()),
        () => his.getByText(answer).waitFor({ state: 'attached' }),
      ),
    )
    assert.ok(
      spans.every(span => span < 2 * SECOND),
      `${spans.map(Math.round)} ms`,
    )
    // What was open stays open, and the focus within it.
    assert.ok(await totals.evaluate(dialog => dialog.contains(dialog.ownerDocument.activeElement)))
  })

  it('shows after a minute without a network, and goes on', async () => {
    const karim = await opened(CAMILLE, { from: NOW })
    const { page, tab } = karim
    await page.context().setOffline(true)
    await propose()
    await page.clock.fastForward(MINUTE)
    assert.equal(await tab.getByText(IDEA).count(), 0)
    await listening(karim, site(), () => page.context().setOffline(false))
    await tab.getByText(IDEA).waitFor()
    await propose('Des vélos à prêter')
    await page.clock.fastForward(2 * SECOND)
    await tab.getByText('Des vélos à prêter').waitFor()
  })

  it('shows once a stream that said nothing for a minute is made anew', async () => {
    const window = await opened(CAMILLE, { from: NOW })
    const { page, tab } = window
    await listening(window, site(), () => page.reload())
    const silent = Promise.withResolvers<void>()
    await page.route(`${site().url}/api/v1/events`, () => silent.resolve(), { times: 1 })
    await page.context().setOffline(true)
    // Back before the page has heard that it was away, it has no reason to listen anew.
    const html = tab.locator('html')
    while (await html.evaluate(() => navigator.onLine));
    await page.context().setOffline(false)
    await silent.promise
    await propose()
    await listening(window, site(), () => page.clock.fastForward(2 * MINUTE))
    await tab.getByText(IDEA).waitFor()
  })

  it('shows when Teams shows the page again that it had put away, and follows a new link', async () => {
    const { page, tab } = await opened(CAMILLE, { tab: 'gallery' })
    const host = <T>(ask: (host: Host['teamsHost'], given: string) => T, given = '') =>
      page.evaluate(`(${ask})(window.teamsHost, ${JSON.stringify(given)})`)
    const leave = async () => {
      await host(({ putAway }) => putAway())
      await page.locator('#tab').waitFor({ state: 'hidden' })
    }
    await page.waitForFunction("window.teamsHost.registered.has('load')")
    await leave()
    const id = await carry(site(), { owner: KARIM, author: CAMILLE }, { title: IDEA })
    await host(({ showAgain }) => showAgain())
    await tab.getByText(IDEA).waitFor()
    await leave()
    await host(({ showAgain }, sub) => showAgain(sub), id)
    await tab.getByRole('heading', { level: 1, name: IDEA }).waitFor()
  })
})
