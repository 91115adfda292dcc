import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { ask } from '../site.ts'
import { visits } from '../visits.ts'

describe('ballots in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  it('shows the rules before the vote, the totals in its place, and takes another choice', async () => {
    await ask(site(), 'Quel nom pour le carnet ?', '2027-05-21', ['Le relais', 'Le mot du poste'])
    const window = await opened(CAMILLE)
    const { tab } = window
    await tab.locator('.task').getByRole('button', { name: 'Voter' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog
      .getByText(
        /^Le vote est gardé avec votre nom, pour que vous puissiez en changer jusqu’au vendredi 21\u00A0mai à 18\u00A0h\./,
      )
      .waitFor()
    const heard = await dialog.evaluate(box => {
      const id = box.getAttribute('aria-describedby') ?? ''
      return document.getElementById(id)?.textContent ?? ''
    })
    assert.match(heard, /^Le vote est gardé avec votre nom/)
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Il manque votre choix. Choisissez une proposition, puis votez.').waitFor()
    await window.focused('Le relais')
    await dialog.getByLabel('Le relais').check()
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Votre vote est enregistré').waitFor()
    await window.focused('Votre vote est enregistré')
    // By its role: what is hidden from a screen reader has none.
    await tab
      .getByRole('status')
      .getByText('Votre vote est enregistré', { exact: true })
      .waitFor({ state: 'attached' })
    const rules = dialog.getByText(/^Le vote est gardé avec votre nom/)
    assert.equal(await rules.isVisible(), false)
    await dialog.getByText('Règles', { exact: true }).click()
    assert.equal(await rules.isVisible(), true)
    await dialog
      .getByRole('listitem')
      .filter({ hasText: /Le relais1 voix.*Votre choix/ })
      .waitFor()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await window.focused('Changer mon vote')
    const mine = tab.getByRole('region', { name: 'Mes votes' })
    await mine.getByText('Votre choix\u00A0: Le relais').waitFor()
    await mine.getByRole('button', { name: 'Changer mon vote' }).click()
    await dialog.getByLabel('Le mot du poste').check()
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Votre vote est enregistré').waitFor()
    const { items } = await site().api(CAMILLE).get<{ items: BallotView[] }>('/ballots')
    assert.deepEqual(
      items[0]?.options.map(({ votes }) => votes),
      [0, 1],
    )
  })

  it('shows a vote at once, and takes it back with a sentence when it could not be sent', async () => {
    await ask(site(), 'Quel nom pour le carnet ?', '2027-05-21', ['Le relais', 'Le mot du poste'])
    const window = await opened(CAMILLE)
    const { page, tab } = window
    let fail = () => {}
    const asked = new Promise<void>(resolve => {
      fail = resolve
    })
    await page.route(/\/ballots\/\w+\/vote$/, route => asked.then(() => route.abort()), { times: 1 })
    await tab.locator('.task').getByRole('button', { name: 'Voter' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByLabel('Le relais').check()
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Votre vote part').waitFor()
    await dialog
      .getByRole('listitem')
      .filter({ hasText: /Le relais.*Votre choix/ })
      .waitFor()
    await page.keyboard.press('Escape')
    fail()
    await dialog.getByRole('alert').waitFor()
    await window.focused('Le relais')
    assert.equal(await dialog.getByText('Votre vote part').count(), 0)
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Votre vote est enregistré').waitFor()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await tab.getByText('Votre choix\u00A0: Le relais').waitFor()
  })

  it('says that a ballot closed meanwhile, and shows its results', async () => {
    await ask(site(), 'Quel nom pour le carnet ?', '2027-05-17', ['Le relais', 'Le mot du poste'])
    const { tab } = await opened(CAMILLE)
    await tab.locator('.task').getByRole('button', { name: 'Voter' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByLabel('Le relais').check()
    site().clock.advance(12 * HOUR)
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByRole('button', { name: 'Fermer', exact: true }).waitFor()
    await dialog.getByText(/^Le vote est clos depuis le/).waitFor()
    await counted(dialog.getByRole('listitem'), 2)
    await dialog.getByRole('button', { name: 'Fermer', exact: true }).click()
    await tab.getByRole('button', { name: 'Résultats' }).waitFor()
  })

  it('shows the totals to who has not voted, then how it came out', async () => {
    await ask(site(), 'Quel nom pour le carnet ?', '2027-05-17', ['Le relais', 'Le mot du poste'])
    const { items } = await site().api(KARIM).get<{ items: BallotView[] }>('/ballots')
    const [ballot] = items
    await site().api(KARIM).put(`/ballots/${ballot?.id}/vote`, { option: ballot?.options[1]?.id })
    const { tab } = await opened(CAMILLE)
    const task = tab.locator('.task')
    assert.equal(await task.getByRole('button', { name: 'Voir les totaux' }).count(), 0)
    await task.getByRole('button', { name: 'Voter' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText('Voir les totaux').click()
    await dialog.getByText('Les premiers votes arrivent.').waitFor()
    assert.equal(await dialog.getByText(/arrive en tête/).count(), 0)
    await dialog.getByRole('button', { name: 'Fermer sans envoyer' }).click()
    site().clock.advance(12 * HOUR)
    await tab.locator('html').evaluate(() => window.dispatchEvent(new Event('focus')))
    await tab.getByRole('region', { name: 'Mes votes' }).getByRole('button', { name: 'Résultats' }).click()
    await dialog.getByText('«\u00A0Le mot du poste\u00A0» arrive en tête').waitFor()
    await dialog.getByText('Clos le lundi 17\u00A0mai à 18\u00A0h').waitFor()
    // Beside the total of one, nothing can be told by Direction.
    assert.equal(await dialog.getByRole('button', { name: 'Par Direction' }).count(), 0)
  })
})
