import assert from 'node:assert/strict'
import type { InitiativeTrials, TrialView } from '../../../src/tabs/contract/initiatives/trials.ts'
import { CAMILLE, HELENE, INES, KARIM, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { carry, HANDBOOK } from '../initiatives.ts'
import { printedBy } from '../paper.ts'
import { NOW, seat } from '../site.ts'
import { NUMBER, planTrial, SENTENCE } from '../trials.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const TODAY = '2027-05-17'

describe('a trial on the sheet of its initiative', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  let initiative = ''
  let trial: TrialView

  beforeEach(async () => {
    for (const person of [CAMILLE, KARIM, INES, NADIA, HELENE]) await seat(site(), person)
    initiative = await carry(site(), { owner: KARIM }, HANDBOOK)
    trial = await planTrial(site(), KARIM, initiative, { from: TODAY })
  })

  const sheet = (person: Person) => opened(person, { tab: 'gallery', wanted: initiative, now: NOW })
  const trials = () => site().api(NADIA).get<InitiativeTrials>(`/initiatives/${initiative}/trials`)

  it('is tried in one press, said before to be public, and left; the focus stays where it was', async () => {
    const window = await sheet(NADIA)
    const { tab, page } = window
    await tab.getByText('Votre nom paraîtra parmi les personnes qui essaient.', { exact: false }).waitFor()
    await tabTo(window, 'J’essaie')
    await page.keyboard.press('Enter')
    await heard(window, /^Vous essayez/)
    await window.focused('J’essaie')
    await tab.getByText('1 personne essaie.').waitFor()
    await tab.getByRole('button', { name: 'Voir les noms' }).click()
    await tab.locator('.trial .names').getByText('Nadia Ferrer').waitFor()
    await tab.getByRole('button', { name: 'Je n’essaie plus' }).click()
    await tab.getByText('Personne n’essaie encore.').waitFor()
    assert.equal((await trials()).current?.testers, 0)
  })

  it('comes before « Je rejoins », which is no equal beside it', async () => {
    const { tab } = await sheet(NADIA)
    const looks = (name: RegExp) =>
      tab.getByRole('button', { name }).evaluate(button => getComputedStyle(button).backgroundColor)
    assert.notEqual(await looks(/^J’essaie/), await looks(/^Je rejoins/))
  })

  it('takes a line, signed, from who tries it, which stands among the comments too', async () => {
    await site().api(NADIA).put(`/trials/${trial.id}/tester`, { trying: true })
    const window = await sheet(NADIA)
    const { tab } = window
    await tab.getByRole('button', { name: 'Écrire une ligne, signée' }).click()
    await window.focused('Une ligne sur cet essai')
    await window.page.keyboard.type('La page tient vraiment sur une page.')
    await tab.getByRole('button', { name: 'Publier', exact: true }).click()
    await heard(window, 'Votre ligne est publiée')
    await tab.locator('.trial-notes').getByText('La page tient vraiment sur une page.').waitFor()
    await tab.locator('.comments').getByText('La page tient vraiment sur une page.').waitFor()
  })

  it('takes a number in one field, asks again of one that is far, and loses none', async () => {
    site().clock.advance(24 * 3_600_000)
    const window = await opened(KARIM, { tab: 'gallery', wanted: initiative, now: NOW + 24 * 3_600_000 })
    const { tab, page } = window
    const field = tab.getByRole('textbox', { name: 'Le chiffre d’aujourd’hui' })
    await field.fill('beaucoup')
    await page.keyboard.press('Enter')
    await tab.getByText('Ce n’est pas un chiffre', { exact: false }).waitFor()
    assert.equal(await field.inputValue(), 'beaucoup')
    await field.fill('1 200')
    await page.keyboard.press('Enter')
    await tab.getByText('Le dernier chiffre était 21', { exact: false }).waitFor()
    await tab.getByRole('button', { name: 'C’est bien 1 200' }).waitFor()
    await field.fill('12,5 jours')
    await page.keyboard.press('Enter')
    await heard(window, 'Le chiffre est noté')
    const measure = tab.locator('.trial-measure', { hasText: NUMBER })
    assert.deepEqual(
      (await measure.locator('dd strong').allInnerTexts()).map(text => text.replaceAll(/\s/g, ' ')),
      ['21 jours', '12,5 jours'],
    )
    assert.equal(await field.inputValue(), '')
    await field.fill('1200')
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'C’est bien 1200' }).click()
    await measure.getByText(/^1.200.jours$/).waitFor()
  })

  it('shows a curve with its table beside it once there are three values', async () => {
    const type = (typed: string) =>
      site().api(KARIM).put(`/trials/${trial.id}/readings`, { measure: trial.measures[0]?.id, typed })
    for (const typed of ['18', '14', '12']) {
      site().clock.advance(24 * 3_600_000)
      await type(typed)
    }
    const { tab } = await opened(HELENE, { tab: 'gallery', wanted: initiative, now: site().clock.now() })
    await tab.getByRole('img', { name: /^4 valeurs, de 21.jours à 12.jours$/ }).waitFor()
    await tab.getByRole('button', { name: /^Voir le tableau/ }).click()
    const table = tab.getByRole('table', { name: NUMBER })
    await table.getByText('17 mai (départ)').waitFor()
    assert.equal(await table.getByRole('row').count(), 5)
  })

  it('keeps the phase of the sheet, which says so in the place of a choice', async () => {
    const { tab } = await sheet(KARIM)
    await tab.getByRole('button', { name: 'Modifier la fiche' }).click()
    await tab
      .getByRole('dialog')
      .getByText('Elle suit l’essai jusqu’à sa décision.', { exact: false })
      .waitFor()
    assert.equal(await tab.getByRole('dialog').getByRole('combobox').count(), 0)
  })

  it('is printed on a sheet of its own, with no name on it', async () => {
    await site().api(NADIA).put(`/trials/${trial.id}/tester`, { trying: true })
    const window = await sheet(CAMILLE)
    const paper = await printedBy(window, () =>
      window.tab.getByRole('button', { name: /^Imprimer la fiche d’essai/ }).click(),
    )
    const text = (await paper.locator('.paper').allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')
    for (const part of [
      SENTENCE,
      '1 personne essaie.',
      'Du 17 mai au 28 juin',
      '21 jours',
      `${site().url}/l/g/`,
    ])
      assert.ok(text.includes(part), part)
    assert.ok(!text.includes('Nadia Ferrer'))
    assert.equal(await window.tab.locator('.paper').count(), 0)
  })

  it('says that nobody carries it any more, and who may decide then', async () => {
    await site().api(KARIM).put(`/initiatives/${initiative}/membership`, { joined: false })
    const { tab } = await sheet(NADIA)
    await tab.getByText('Plus personne ne porte l’initiative.', { exact: false }).waitFor()
  })
})
