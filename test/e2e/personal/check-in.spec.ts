import assert from 'node:assert/strict'
import { lettersOf } from '../../../src/features/attendance/check-in-letters.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { LINK_SECRET } from '../../support/product/stage.ts'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, ask, NOW, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const TODAY = '2027-05-17'

describe('« Je suis là » in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  const all = () => site().api(CAMILLE).get<Page<WorkshopView>>('/workshops')

  /** A workshop of today, at half past ten or later, and a ballot that closes on Friday. */
  async function begin(start = '10:30', end = '12:00') {
    for (const person of [CAMILLE, KARIM]) await seat(site(), person)
    await announce(site(), { date: TODAY, start, end })
    await ask(site(), 'Quel nom pour le carnet ?', '2027-05-21', ['Le relais', 'Le mot du poste'])
    const [workshop] = (await all()).items
    const id = workshop?.id ?? ''
    return { id, letters: lettersOf(LINK_SECRET, id, TODAY) }
  }

  it('takes the six letters on the row of today’s workshop, which stands first, by the keyboard', async () => {
    const { id, letters } = await begin()
    await site().api(CAMILLE).put(`/workshops/${id}/answer`, { answer: 'yes' })
    const window = await opened(CAMILLE, { width: 360, now: NOW })
    const { page, tab } = window
    const first = tab.locator('.task').first()
    await first.getByText('Soigner les arrivées', { exact: true }).waitFor()
    const button = first.getByRole('button', { name: /^Je suis là/ })
    await button.waitFor()
    await tabTo(window, 'Je suis là')
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog', { name: 'Enregistrer votre présence' })
    await window.focused('Les six lettres affichées')
    await page.keyboard.press('Enter')
    await dialog.getByText('Saisissez les six lettres affichées à l’écran.').waitFor()
    await page.keyboard.type('aeiouy')
    await page.keyboard.press('Enter')
    await dialog.getByText(/^Ce code ne correspond à aucun atelier du jour/).waitFor()
    assert.deepEqual(await violations(window), [])
    await dialog.getByLabel('Les six lettres affichées').fill(` ${letters.toLowerCase()}`)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await heard(window, 'Présence enregistrée')
    await first.getByText('Présence enregistrée').waitFor()
    await window.focused('Présence enregistrée')
    await button.waitFor({ state: 'detached' })
    assert.equal((await all()).items[0]?.came, true)
  })

  it('gives who has no seat one that is left', async () => {
    const { id, letters } = await begin()
    await site().api(CAMILLE).put(`/workshops/${id}/answer`, { answer: 'yes' })
    await site().api(KARIM).put(`/workshops/${id}/answer`, { answer: 'no' })
    const { tab } = await opened(KARIM, { now: NOW, unfolded: true })
    await tab.getByRole('button', { name: /^Ateliers où vous ne venez pas/ }).click()
    await tab.getByRole('button', { name: /^Je suis là/ }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByLabel('Les six lettres affichées').fill(letters)
    await dialog.getByRole('button', { name: 'Je suis là' }).click()
    await dialog.getByText('Il reste des places : vous pouvez entrer sans inscription.').waitFor()
    await dialog.getByRole('button', { name: 'J’entre sans inscription' }).click()
    await dialog.waitFor({ state: 'detached' })
    await tab.locator('.workshop').getByText('Présence enregistrée').waitFor()
  })

  it('is asked no sooner than an hour before, and of who may act', async () => {
    const { id } = await begin('12:00', '14:00')
    await site().api(CAMILLE).put(`/workshops/${id}/answer`, { answer: 'yes' })
    const { tab } = await opened(CAMILLE, { now: NOW })
    await tab.locator('.task').first().getByText('Place réservée').waitFor()
    assert.equal(await tab.getByRole('button', { name: /^Je suis là/ }).count(), 0)
    const later = await opened(CAMILLE, { now: NOW + HOUR })
    await later.tab
      .locator('.task')
      .first()
      .getByRole('button', { name: /^Je suis là/ })
      .waitFor()
  })
})
