import assert from 'node:assert/strict'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import { CAMILLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { ask } from '../site.ts'
import { visits } from '../visits.ts'

const OPTIONS = ['Le relais', `Le mot du poste ${'anticonstitutionnellement'.repeat(4)}`, 'La suite']

describe('ballots of several kinds in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  it('share points out by keyboard, with what is left said as one types; totals stay for the end', async () => {
    await ask(site(), 'Où mettre ses points ?', '2027-05-21', OPTIONS, {
      kind: 'dots',
      most: '4',
      per: '3',
      results: 'closing',
    })
    const window = await opened(CAMILLE, { width: 360 })
    const { tab, page } = window
    await tab.locator('.task').getByRole('button', { name: 'Voter' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog
      .getByText(/^4 points à répartir, 3 au plus.*gardé avec votre nom.*paraîtront à la clôture\.$/)
      .waitFor()
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText(/^Il manque votre choix/).waitFor()
    await window.focused('Le relais')
    await page.keyboard.type('3')
    await dialog.getByText('Il vous reste 1 point.').waitFor()
    await dialog.getByLabel('La suite').focus()
    await page.keyboard.type('2')
    await dialog.getByText(/^5 points donnés\u00A0: 4 à répartir/).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await dialog.evaluate(box => box.scrollWidth - box.clientWidth), 0)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('1')
    await dialog.getByText('Il ne vous reste aucun point.').waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByText('Votre vote est enregistré').waitFor()
    assert.match(
      (await dialog.getByRole('listitem').first().textContent()) ?? '',
      /^Le relaisVous\u00A0: 3 points$/,
    )
    assert.deepEqual(await violations(window), [])
    const { items } = await site().api(CAMILLE).get<{ items: BallotView[] }>('/ballots')
    assert.deepEqual(
      items[0]?.mine?.map(({ points }) => points),
      [3, 1],
    )
  })

  it('approve some, and no more, and say it in the list', async () => {
    await ask(site(), 'Lesquelles garder ?', '2027-05-21', OPTIONS, { kind: 'approval', most: '2' })
    const window = await opened(CAMILLE, { width: 360 })
    const { tab } = window
    await tab.locator('.task').getByRole('button', { name: 'Voter' }).click()
    const dialog = tab.getByRole('dialog')
    for (const at of [0, 1, 2]) await dialog.getByRole('checkbox').nth(at).check()
    await dialog.getByText(/^Vous avez choisi 3 propositions\u00A0: 2 au plus/).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await dialog.evaluate(box => box.scrollWidth - box.clientWidth), 0)
    await dialog.getByRole('checkbox', { name: 'Le mot du poste' }).uncheck()
    await dialog.getByText('Il ne vous reste aucun choix.').waitFor()
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Votre vote est enregistré').waitFor()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await tab.getByText('Votre choix\u00A0: Le relais, La suite').waitFor()
  })

  it('do not ask whom they are not put to, and show what stands', async () => {
    await ask(site(), 'Pour la culture ?', '2027-05-21', OPTIONS, { audience: 'directions', to: 'culture' })
    const { tab } = await opened(CAMILLE, { width: 360 })
    const panel = tab.getByRole('region', { name: 'Mes votes' })
    await panel.getByRole('button', { name: 'Voir les totaux' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText(/réservé à\u00A0: Direction de la culture/).waitFor()
    assert.equal(await dialog.getByRole('button', { name: 'Voter' }).count(), 0)
  })

  it('seal a vote, show nothing of it, and take another in its place', async () => {
    await ask(site(), 'Sans qu’on le sache ?', '2027-05-21', OPTIONS, { secret: 'on' })
    const window = await opened(CAMILLE, { width: 360 })
    const { tab } = window
    await tab.locator('.task').getByRole('button', { name: 'Voter' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog
      .getByText(/^Vote secret\u00A0: votre choix est scellé, modifiable jusqu’au vendredi 21/)
      .waitFor()
    await dialog.getByRole('radio').first().check()
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Votre vote est scellé').waitFor()
    assert.deepEqual(await dialog.getByRole('listitem').allTextContents(), OPTIONS)
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    const panel = tab.getByRole('region', { name: 'Mes votes' })
    await panel.getByText('Votre vote est scellé').waitFor()
    await panel.getByRole('button', { name: 'Changer mon vote' }).click()
    assert.equal(await dialog.getByRole('radio', { checked: true }).count(), 0)
    assert.deepEqual(await violations(window), [])
    await dialog.getByRole('radio').nth(2).check()
    await dialog.getByRole('button', { name: 'Voter' }).click()
    await dialog.getByText('Votre vote est scellé').waitFor()
    const { items } = await site().api(CAMILLE).get<{ items: BallotView[] }>('/ballots')
    assert.deepEqual([items[0]?.votes, items[0]?.mine], [1, []])
  })
})
