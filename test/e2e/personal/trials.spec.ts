import assert from 'node:assert/strict'
import { CAMILLE, KARIM, NADIA } from '../../support/sign-in/cast.ts'
import { carry, HANDBOOK } from '../initiatives.ts'
import { askNow, moveBack } from '../screens/long-trial.ts'
import { NOW, seat } from '../site.ts'
import { planTrial } from '../trials.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const TODAY = '2027-05-17'

describe('a trial that waits, in « Pour vous maintenant »', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ now: NOW })
  let initiative = ''

  beforeEach(async () => {
    for (const person of [CAMILLE, KARIM, NADIA]) await seat(site(), person)
    initiative = await carry(site(), { owner: KARIM }, HANDBOOK)
    const trial = await planTrial(site(), KARIM, initiative, { from: TODAY })
    await site().api(NADIA).put(`/trials/${trial.id}/tester`, { trying: true })
    await askNow(site(), trial)
  })

  it('is one line for who is asked, and leads to the trial on the sheet, where the focus is', async () => {
    const window = await opened(NADIA)
    const line = window.tab.locator('.task', { hasText: 'Comment va l’essai' })
    await line.getByText(/^Jusqu’au/).waitFor()
    await tabTo(window, `Répondre\u00A0: ${HANDBOOK.title}`)
    await window.page.keyboard.press('Enter')
    await window.tab.getByRole('radio').first().waitFor()
    await window.focused('L’essai')
    const top = await window.tab.locator('.trial h2').evaluate(title => title.getBoundingClientRect().top)
    assert.ok(top >= 0 && top < 900, String(top))
  })

  it('is nothing for those for whom none waits', async () => {
    const { tab } = await opened(CAMILLE)
    assert.equal(await tab.locator('.task', { hasText: 'essai' }).count(), 0)
  })

  it('is one line for several, each behind one press', async () => {
    const other = await carry(site(), { owner: NADIA, author: CAMILLE }, { title: 'Un guichet le samedi' })
    const over = await planTrial(site(), NADIA, other, { from: TODAY, until: '2027-06-14' })
    await moveBack(site(), over.id, 28, TODAY)
    const { tab } = await opened(NADIA)
    const line = tab.locator('.task', { hasText: '2 essais vous attendent' })
    await line.getByRole('button', { name: /^Voir les essais/ }).click()
    await line.getByText('L’essai « Un guichet le samedi » attend votre décision').waitFor()
    await line.getByRole('button', { name: /^Décider/ }).click()
    await tab.getByRole('button', { name: 'Décider de la suite' }).waitFor()
  })

  it('asks for a number by one word, and by its whole name where that is heard alone', async () => {
    const other = await carry(site(), { owner: CAMILLE }, { title: 'Un guichet le samedi' })
    const trial = await planTrial(site(), CAMILLE, other, { from: TODAY })
    await moveBack(site(), trial.id, 8, '2027-06-28')
    const { tab } = await opened(CAMILLE)
    const name = 'Saisir le chiffre\u00A0: Un guichet le samedi'
    assert.equal(await tab.getByRole('button', { name, exact: true }).textContent(), 'Saisir')
  })
})
