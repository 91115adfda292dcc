import assert from 'node:assert/strict'
import type { RelayView } from '../../../src/tabs/contract/people/handover.ts'
import type { MeView } from '../../../src/tabs/contract/people/people.ts'
import { CAMILLE, INES, NADIA, type Person, person } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { counted } from '../counted.ts'
import { seat } from '../site.ts'
import { visits } from '../visits.ts'
import { type Tab, tabTo } from '../window.ts'

describe('a relay in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  const roleOf = async (who: Person) => (await site().api(who).get<MeView>('/me')).role

  beforeEach(async () => {
    await seat(site(), INES)
    await seat(site(), NADIA)
  })

  async function choose({ tab }: Tab, item: string) {
    await tab.getByRole('button', { name: 'Préférences' }).click()
    await tab.getByRole('menuitem', { name: item }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.waitFor()
    return dialog
  }

  it('is passed on with the keyboard, and the menu has it no longer', async () => {
    const window = await opened(INES)
    const { page, tab } = window
    await tabTo(window, 'Préférences')
    await page.keyboard.press('Enter')
    await window.focused('Corriger ma Direction')
    for (let down = 0; down < 2; down++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog', { name: 'Qui devient pilote' })
    await dialog.getByText('Pilote\u00A0: Inès Roques.').waitFor()
    await dialog.getByRole('button', { name: 'Passer le relais' }).click()
    await dialog.getByText('Il manque la personne.').waitFor()
    await window.focused('Nadia Ferrer')
    await page.keyboard.press('Space')
    await tabTo(window, 'Passer le relais')
    await page.keyboard.press('Enter')
    // Nadia has not added the app.
    const done = 'Le relais est passé. Le bot ne peut pas encore écrire à cette personne\u00A0: prévenez-la.'
    await dialog.getByText(done).waitFor()
    assert.equal(await window.said(), done)
    assert.deepEqual([await roleOf(INES), await roleOf(NADIA)], ['agent', 'pilot'])
    assert.deepEqual(await violations(window), [])
    await tabTo(window, 'Fermer')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Préférences' }).click()
    await tab.getByRole('menuitem', { name: 'Coups de pouce' }).waitFor()
    assert.equal(await tab.getByRole('menuitem', { name: 'Passer le relais' }).count(), 0)
  })

  it('has a deputy named and taken back, who is first in line meanwhile', async () => {
    const window = await opened(INES)
    const first = await choose(window, 'Choisir une suppléance')
    await first.getByText('Personne n’assure la suppléance.').waitFor()
    await first.getByRole('radio', { name: 'Nadia Ferrer' }).check()
    await first.getByRole('button', { name: 'Confier la suppléance' }).click()
    await first.getByText('La suppléance est confiée.').waitFor()
    await first.getByRole('button', { name: 'Fermer' }).click()
    const relay = await choose(window, 'Passer le relais')
    assert.ok(await relay.getByRole('radio', { name: 'Nadia Ferrer · suppléance' }).isChecked())
    assert.equal(await relay.getByText('Aucune autre personne').count(), 0)
    await window.page.keyboard.press('Escape')
    const second = await choose(window, 'Choisir une suppléance')
    await second.getByText('Suppléance\u00A0: Nadia Ferrer.').waitFor()
    await second.getByRole('button', { name: 'Retirer la suppléance' }).click()
    await second.getByText('Il n’y a plus de suppléance.').waitFor()
    const { deputies } = await site().api(INES).get<RelayView>('/directions/mobilites/relay')
    assert.deepEqual([deputies, await roleOf(NADIA)], [[], 'agent'])
  })

  it('looks for a name among many, without sending on Enter', async () => {
    for (let n = 0; n < 11; n++) await seat(site(), person(`Zoé Laurent ${n}`, { direction: 'mobilites' }))
    const window = await opened(INES)
    const dialog = await choose(window, 'Passer le relais')
    await dialog.getByText('Plus de dix personnes sont possibles.').waitFor()
    assert.deepEqual(await violations(window), [])
    await dialog.getByLabel('Un nom, ou son début').fill('ferr')
    await window.page.keyboard.press('Enter')
    await dialog.getByRole('radio', { name: 'Nadia Ferrer' }).waitFor()
    await counted(dialog.getByRole('radio'), 1)
    assert.deepEqual(await violations(window), [])
    assert.equal(await roleOf(INES), 'pilot')
  })

  it('fits a phone, in dark too', async () => {
    const window = await opened(INES, { theme: 'dark', width: 320 })
    const dialog = await choose(window, 'Passer le relais')
    await dialog.getByRole('radio', { name: 'Nadia Ferrer' }).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.ok((await window.overflow()) <= 0)
  })

  it('is not offered to who is no pilot', async () => {
    const { tab } = await opened(CAMILLE)
    await tab.getByRole('button', { name: 'Préférences' }).click()
    await tab.getByRole('menuitem', { name: 'Coups de pouce' }).waitFor()
    await counted(tab.getByRole('menuitem'), 5)
  })
})
