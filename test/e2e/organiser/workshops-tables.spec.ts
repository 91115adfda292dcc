import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, OWEN } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, openSite, type Site, seat } from '../site.ts'
import { heard, launch, openTab } from '../window.ts'

describe('the tables of a workshop, in the organiser’s tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let workshop: string

  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [CAMILLE, KARIM, NADIA, AHMED, OWEN]) await seat(site, person)
    await announce(site, { date: '2027-05-17', seats: 8 })
    const { items } = await site.api(MAELLE).get<Page<{ id: string }>>('/attendance/workshops')
    workshop = items[0]?.id ?? ''
    for (const person of [CAMILLE, KARIM, AHMED, NADIA])
      await site.api(person).put(`/workshops/${workshop}/answer`, { answer: 'yes' })
    await site.api(CAMILLE).put(`/workshops/${workshop}/my-needs`, { text: 'Une rampe' })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('are drawn, led, shown and read with who needs what, on a phone', async () => {
    const from = site.clock.now()
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      wanted: workshop,
      width: 360,
      from,
    })
    await window.ready()
    const { tab } = window
    const leaders = tab.getByRole('region', { name: 'Animation' })
    await leaders.getByText('Personne n’anime encore').waitFor()
    await leaders.getByRole('button', { name: 'Ajouter une personne' }).click()
    await window.focused('Nom, deux lettres')
    await leaders.getByRole('textbox', { name: 'Nom, deux lettres' }).fill('Owen')
    await leaders.getByLabel('Table, si').fill('2')
    await leaders.getByRole('button', { name: /Confier l’animation/ }).click()
    await heard(window, 'Owen Price anime l’atelier')
    await leaders.getByRole('textbox', { name: 'Nom, deux lettres' }).fill('Owen')
    await leaders.getByText('anime déjà').waitFor()
    const hall = tab.getByRole('region', { name: 'Tables' })
    await hall.getByRole('radio', { name: 'Nombre de tables' }).click()
    await hall.getByLabel('Nombre de tables').last().fill('1')
    await hall.getByRole('button', { name: 'Tirer au sort' }).click()
    await hall.getByText('Quelqu’un anime la table 2').waitFor()
    await hall.getByLabel('Nombre de tables').last().fill('2')
    await hall.getByRole('button', { name: 'Tirer au sort' }).click()
    await hall.getByText('Animation : Owen Price').waitFor()
    await hall.getByRole('button', { name: 'Montrer à chaque personne' }).click()
    await hall.getByText('Chaque personne voit sa table.').waitFor()
    // The button that was pressed is gone.
    await window.focused('Tables')
    await hall.getByRole('button', { name: 'Tirer de nouveau' }).dblclick()
    await hall.getByRole('button', { name: 'Tirer quand même' }).waitFor()
    await hall.getByText('Chaque personne voit sa table.').waitFor()
    await hall.getByRole('button', { name: 'Tirer quand même' }).click()
    await hall.getByText('Personne ne voit encore sa table.').waitFor()
    await window.focused('Tables')
    await leaders.getByRole('button', { name: /^Retirer/ }).click()
    await heard(window, 'Owen Price n’anime plus l’atelier')
    await window.focused('Animation')
    assert.deepEqual(window.complaints, [])
    await window.close()
    const again = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: workshop, from })
    await again.ready()
    const field = again.tab.getByRole('region', { name: 'Tables' }).getByRole('spinbutton')
    assert.equal(await field.inputValue(), '2')
    await again.close()
  })

  it('stay as they were drawn once it has begun, when its ideas come first', async () => {
    site.clock.advance(4 * HOUR)
    const from = site.clock.now()
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      wanted: workshop,
      width: 360,
      from,
    })
    await window.ready()
    const { tab } = window
    await tab.getByRole('region', { name: 'Liste' }).waitFor()
    const parts = await tab.getByRole('heading', { level: 2 }).allInnerTexts()
    assert.ok(parts.includes('Récolte'))
    assert.ok(
      parts.indexOf('Récolte') < parts.indexOf('Liste'),
      'a table’s ideas come first once it has begun',
    )
    await tab.getByRole('tab', { name: 'Préparer' }).click()
    const hall = tab.getByRole('region', { name: 'Tables' })
    await hall.getByText('Personne ne voit encore sa table.').waitFor()
    await hall.getByRole('button', { name: 'Imprimer la liste' }).waitFor()
    for (const act of ['Tirer de nouveau', 'Tirer quand même', 'Tirer au sort'])
      assert.equal(await hall.getByRole('button', { name: act }).count(), 0, act)
    assert.match((await tab.locator('.tables-sheet').textContent()) ?? '', /Lundi\s17\smai/)
    const needs = tab.getByRole('region', { name: 'Places', exact: true })
    await needs.getByText('Besoins pratiques').click()
    await needs.getByRole('button', { name: 'Voir la liste' }).click()
    await needs.getByText('Une rampe').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.deepEqual(window.complaints, [])
    await window.close()
  })
})
