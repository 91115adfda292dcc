import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { retain } from '../initiatives.ts'
import { NOW, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard } from '../window.ts'

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const IDEA = 'Un banc devant chaque accueil'

describe('the Lab’s next steps in the organiser’s tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  let idea = ''

  beforeEach(async () => {
    for (const person of [CAMILLE, KARIM, MAELLE]) await seat(site(), person)
    idea = await retain(site(), CAMILLE, 'equipe', IDEA)
  })

  const write = (text: string, mine: boolean) =>
    site()
      .api(MAELLE)
      .post<OwnStepView>('/steps', {
        kind: 'idea',
        id: idea,
        text,
        due: dayOf(NOW + DAY),
        mine,
        nonce: nonce(),
      })
  const organiser = (wanted: string, width = 1280) =>
    opened(MAELLE, { tab: 'organiser', wanted, width, from: site().clock.now() })

  it('are counted under « Aujourd’hui » once late or to be taken on, and seen to where that leads', async () => {
    await write('Poser trois bancs à Rodez', true)
    await write('Choisir la couleur', false)
    site().clock.advance(3 * DAY)
    await site().stage.settle()
    const window = await organiser('today')
    const { tab } = window
    const alert = tab.locator('.hand', { hasText: 'Une suite du Lab’ est en retard' })
    await alert.getByText('Une suite est à confier').waitFor()
    assert.equal(await alert.getByText('Maëlle').count(), 0)
    await alert.getByRole('link', { name: /^Voir les suites/ }).click()
    await tab.getByRole('heading', { name: 'Les suites du Lab’' }).waitFor()
    const late = tab.locator('li', { hasText: 'Poser trois bancs à Rodez' })
    await late.getByText('En retard').waitFor()
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await late.getByRole('button', { name: /^C’est fait/ }).click()
    await late.getByRole('button', { name: /^Annuler/ }).waitFor()
    await heard(window, 'C’est noté\u00A0: la suite est tenue')
    await window.focused('Annuler')
    const bare = tab.locator('li', { hasText: 'Choisir la couleur' })
    await bare.getByText('À confier', { exact: true }).waitFor()
    await bare.getByRole('link', { name: IDEA }).click()
    await tab.getByRole('heading', { name: IDEA }).waitFor()
  })

  it('are written on the page of an idea, in the name of the Lab’, and asked of anybody', async () => {
    const window = await organiser(`ideas:${idea}`, 360)
    const { tab, page } = window
    await tab.getByRole('button', { name: /^Écrire une suite/ }).click()
    await tab.getByLabel('La suite, en une phrase').fill('Poser trois bancs à Rodez')
    await tab.getByLabel('Avant quand').fill(dayOf(NOW + 9 * DAY))
    await tab.getByRole('button', { name: 'Confier à' }).click()
    await window.focused('À qui')
    await page.keyboard.type('Kar')
    await tab.getByRole('option', { name: 'Karim Benali' }).click()
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await tab.getByRole('button', { name: 'Lui demander' }).click()
    await tab.getByText('Demandé à Karim Benali, sans réponse encore', { exact: false }).waitFor()
    await tab
      .getByRole('button', { name: /^Ne plus demander|^Autres gestes/ })
      .first()
      .waitFor()
    const [asked] = await site()
      .api(KARIM)
      .get<{ items: OwnStepView[] }>('/steps')
      .then(({ items }) => items)
    assert.equal(asked?.askedOfMe, true)
  })
})
