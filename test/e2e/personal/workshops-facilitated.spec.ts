import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

describe('a workshop that one facilitates, in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  /** A workshop of today, of which Camille facilitates a table. */
  async function led(table: number | null) {
    await seat(site(), CAMILLE)
    await announce(site(), { title: 'Accueillir mieux', date: '2027-05-17', start: '11:00', end: '13:00' })
    const { items } = await site().api(MAELLE).get<Page<WorkshopView>>('/workshops')
    const { tenant, objectId, name } = CAMILLE
    const { id: person } = await site().stage.app.people.greet({ tenant, objectId, name, language: 'fr' })
    await site().api(MAELLE).put(`/workshops/${items[0]?.id}/facilitators`, { person, table })
    return items[0]?.id ?? ''
  }

  it('says which table, and that the harvest opens there, before it begins', async () => {
    await led(2)
    const { tab, overflow } = await opened(CAMILLE, { width: 320 })
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByText('Vous animez la table 2', { exact: true }).waitFor()
    await mine.getByText('La récolte s’ouvre ici au début de l’atelier.').waitFor()
    // Its heading alone, which folds it.
    assert.equal(await mine.getByRole('button').count(), 1)
    assert.equal(await mine.getByRole('link').count(), 0)
    assert.ok((await overflow()) <= 0)
  })

  it('leads to its table’s harvest by keyboard on a phone, and back to where one was', async () => {
    await led(2)
    site().clock.advance(2 * HOUR)
    const window = await opened(CAMILLE, { width: 360 })
    const { page, tab } = window
    await tabTo(window, 'Récolter les idées')
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: 'Récolte, table 2' }).waitFor()
    await window.focused('Récolte, table 2')
    await tab.getByRole('textbox', { name: 'Une idée par ligne' }).fill('Un banc à l’ombre')
    await tab.getByRole('button', { name: 'Envoyer une idée' }).click()
    await tab.getByText('Un banc à l’ombre').waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Mon espace' }).click()
    // Where one was: the first card on the day.
    await window.focused('Vous animez la table 2')
    await tabTo(window, 'Récolter les idées')
    await page.keyboard.press('Enter')
    await window.focused('Récolte, table 2')
    await tab.locator('html').evaluate(() => history.back())
    await window.focused('Vous animez la table 2')
    assert.deepEqual(window.complaints, [])
  })

  it('names no table to who goes from one to another', async () => {
    await led(null)
    site().clock.advance(2 * HOUR)
    const { tab } = await opened(CAMILLE)
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByText('Vous animez cet atelier', { exact: true }).waitFor()
    await mine.getByRole('link', { name: /^Récolter les idées/ }).click()
    await tab.getByRole('heading', { name: 'Récolte', exact: true }).waitFor()
  })
})
