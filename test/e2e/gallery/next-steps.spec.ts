import assert from 'node:assert/strict'
import { UNDO_TIME } from '../../../src/features/next-steps/step/domain.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { StepsOnView } from '../../../src/tabs/contract/next-steps.ts'
import { AHMED, CAMILLE, HELENE, KARIM, NADIA, PASCAL, type Person } from '../../support/sign-in/cast.ts'
import { carry } from '../initiatives.ts'
import { NOW, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

/** Four days from now. */
const DUE = new Date(NOW + 4 * DAY).toISOString().slice(0, 10)
const LATER = new Date(NOW + 20 * DAY).toISOString().slice(0, 10)
const PROBLEM = { type: 'about:blank', status: 500, title: 'Panne', code: 'fault', reference: 'ab12cd34' }
const STEP = 'Poser trois bancs à Rodez'

describe('next steps on the sheet of an initiative', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  let idea = ''

  beforeEach(async () => {
    for (const person of [CAMILLE, KARIM, PASCAL, AHMED, NADIA, HELENE]) await seat(site(), person)
    idea = await carry(site(), { owner: KARIM, author: CAMILLE }, { title: 'Un banc devant chaque accueil' })
  })

  const sheet = (person: Person) => opened(person, { tab: 'gallery', wanted: idea, now: NOW })
  const stepsOf = async (person: Person) =>
    (await site().api(person).get<StepsOnView>(`/steps/on?kind=idea&id=${idea}`)).items
  const write = (mine: boolean) =>
    site().api(PASCAL).post<{ id: string }>('/steps', {
      kind: 'idea',
      id: idea,
      text: STEP,
      due: DUE,
      mine,
      nonce: nonce(),
    })

  it('are written by keyboard by who answers for the Direction, a fault beside its field, then promised', async () => {
    const window = await sheet(PASCAL)
    const { tab, page } = window
    const title = 'Un banc devant chaque accueil'
    await tab.getByRole('button', { name: /^Écrire une suite/ }).waitFor()
    await tabTo(window, `Écrire une suite\u00A0: ${title}`)
    await page.keyboard.press('Enter')
    await window.focused('La suite, en une phrase')
    await tab.getByRole('button', { name: 'Je m’en charge' }).click()
    await tab.getByText('Il manque le texte. Une phrase suffit.').waitFor()
    await tab.getByText('Il manque la date. Choisissez avant quand ce sera fait.').waitFor()
    await window.focused('La suite, en une phrase')
    await page.keyboard.type(STEP)
    await tab.getByLabel('Avant quand').fill(DUE)
    await tab.getByRole('checkbox', { name: 'Montrer mon nom à tous' }).check()
    await tab.getByRole('button', { name: 'Je m’en charge' }).click()
    await heard(window, 'La suite est écrite')
    await tab.getByText('Vous vous en chargez (Direction des lycées)', { exact: false }).waitFor()
    assert.equal((await stepsOf(PASCAL))[0]?.state, 'promised')

    const other = await sheet(NADIA)
    await other.tab
      .getByText(`Suite\u00A0: ${STEP} · Pascal Vidal, Direction des lycées · avant le 21 mai`)
      .waitFor()
    assert.equal(await other.tab.getByRole('button', { name: /suite/ }).count(), 0)
  })

  it('are confided to one of ten names, from two letters on, and nobody else knows before they accept', async () => {
    const window = await sheet(PASCAL)
    const { tab, page } = window
    await tab.getByRole('button', { name: /^Écrire une suite/ }).click()
    await tab.getByLabel('La suite, en une phrase').fill(STEP)
    await tab.getByLabel('Avant quand').fill(DUE)
    await tab.getByRole('button', { name: 'Confier à' }).click()
    await window.focused('À qui')
    await page.keyboard.type('Ah')
    await tab.getByRole('option', { name: 'Ahmed Saïdi' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Lui demander' }).click()
    await tab.getByText('Demandé à Ahmed Saïdi, sans réponse encore').waitFor()
    await heard(window, /^La demande est envoyée\. Le bot ne peut pas encore écrire à cette personne/)
    await tab
      .locator('.step')
      .getByText('Le bot ne peut pas encore écrire à cette personne', { exact: false })
      .waitFor()
    assert.equal((await stepsOf(NADIA)).length, 0)

    const asked = await sheet(AHMED)
    await asked.tab.getByRole('button', { name: /^J’accepte/ }).click()
    await asked.tab.getByText('Vous vous en chargez (Direction des lycées)', { exact: false }).waitFor()
    assert.equal(await asked.said(), 'La suite vous est confiée')
    assert.deepEqual(
      (await stepsOf(NADIA)).map(({ state, holderName }) => [state, holderName]),
      [['promised', '']],
    )
  })

  it('find nobody under a name of another Direction, and say so; Escape and « Fermer » send nothing', async () => {
    await write(false)
    const window = await sheet(PASCAL)
    const { tab, page } = window
    await tab.getByRole('button', { name: /^Agir sur les suites/ }).click()
    await tab.getByRole('button', { name: /^Confier à/ }).click()
    await window.focused('À qui')
    await page.keyboard.type('Nadia')
    await tab
      .getByText('Personne de votre Direction n’est connu ici sous ce nom', { exact: false })
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await tab.getByRole('button', { name: 'Lui demander' }).click()
    await tab.getByText('Il manque la personne', { exact: false }).waitFor()
    await tab.getByRole('button', { name: 'Fermer sans envoyer' }).click()
    await window.focused(`Confier à\u00A0: ${STEP}`)
    assert.equal((await stepsOf(PASCAL))[0]?.askedName, '')
  })

  it('are done and undone, put off and dropped where they stand, the focus on what comes next', async () => {
    await write(true)
    const window = await sheet(PASCAL)
    const { tab } = window
    const fold = tab.getByRole('button', { name: /^Agir sur les suites/ })
    assert.equal(await fold.getAttribute('aria-expanded'), 'false')
    assert.equal(await tab.getByRole('button', { name: /^C’est fait/ }).count(), 0)
    await fold.click()
    await tab.getByRole('button', { name: /^C’est fait/ }).click()
    await tab.getByText('Vous pouvez l’annuler jusqu’à', { exact: false }).waitFor()
    await window.focused(`Annuler\u00A0: ${STEP}`)
    await tab.getByRole('button', { name: `Annuler\u00A0: ${STEP}` }).click()
    await window.focused(`C’est fait\u00A0: ${STEP}`)
    await tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: 'Nouvelle date' }).click()
    await tab.getByLabel('Avant quand').fill(LATER)
    await tab.getByRole('button', { name: 'Enregistrer' }).click()
    await tab.getByText('avant le 6 juin (d’abord le 21 mai)').waitFor()
    await heard(window, 'La nouvelle date est notée')
    await tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: 'Y renoncer' }).click()
    await window.focused('En un mot, pourquoi')
    await tab.getByRole('button', { name: 'Y renoncer' }).click()
    await tab.getByText('Il manque le texte. Une phrase suffit.').waitFor()
    await tab.getByLabel('En un mot, pourquoi').fill('Le budget est reporté.')
    await tab.getByRole('button', { name: 'Y renoncer' }).click()
    await tab.getByText(`Suite abandonnée\u00A0: ${STEP} · Le budget est reporté.`).waitFor()
    await heard(window, 'Cette suite est abandonnée')
    assert.notEqual(await window.focus(), '')
  })

  it('are taken back until their time is over, which is said', async () => {
    await write(true)
    const window = await opened(PASCAL, { tab: 'gallery', wanted: idea, from: NOW })
    const { tab, page } = window
    await tab.getByRole('button', { name: /^Agir sur les suites/ }).click()
    await tab.getByRole('button', { name: /^C’est fait/ }).click()
    await window.focused(`Annuler\u00A0: ${STEP}`)
    site().clock.advance(UNDO_TIME)
    await page.clock.fastForward(UNDO_TIME)
    await heard(window, 'Le délai pour annuler est passé\u00A0: les autres lisent maintenant que c’est fait.')
    await tab.getByRole('button', { name: /^Annuler/ }).waitFor({ state: 'detached' })
    assert.notEqual(await window.focus(), '')
  })

  it('say where what can be done about them could not be read, and read it again', async () => {
    await write(true)
    let broken = true
    const window = await opened(PASCAL, {
      tab: 'gallery',
      wanted: idea,
      now: NOW,
      first: page =>
        page.route('**/api/v1/**', async route => {
          const asked = decodeURIComponent(route.request().url()).includes('/steps/on')
          if (!asked || !broken) return route.fallback()
          return route.fulfill({ status: 500, json: PROBLEM })
        }),
    })
    const { tab } = window
    await tab.getByText('Les suites n’ont pas pu être lues.', { exact: false }).waitFor()
    broken = false
    await tab
      .locator('.notice', { hasText: 'Les suites n’ont pas pu être lues' })
      .getByRole('button', { name: 'Réessayer' })
      .click()
    await tab.getByRole('button', { name: /^Agir sur les suites/ }).waitFor()
  })

  it('show who only reads the lines, and nothing when there is none', async () => {
    const before = await sheet(NADIA)
    assert.equal(await before.tab.locator('.steps').count(), 0)
    await write(true)
    const observer = await sheet(HELENE)
    await observer.tab.getByText(`Suite\u00A0: ${STEP}`, { exact: false }).waitFor()
    assert.equal(await observer.tab.getByRole('button', { name: /suite/i }).count(), 0)
  })
})
