import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { OwnStepView } from '../../../src/tabs/contract/next-steps.ts'
import { AHMED, CAMILLE, NADIA, PASCAL } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { retain } from '../initiatives.ts'
import { NOW, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard } from '../window.ts'

const IDEA = 'Un banc devant chaque accueil'
/** Four days from now. */
const DUE = new Date(NOW + 4 * DAY).toISOString().slice(0, 10)
const STEP = 'Poser trois bancs à Rodez'

describe('next steps in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  /** Pascal's, asked of Camille. */
  async function asked(): Promise<string> {
    for (const person of [CAMILLE, PASCAL, NADIA]) await seat(site(), person)
    const idea = await retain(site(), CAMILLE, 'equipe', IDEA)
    const given = { kind: 'idea', id: idea, text: STEP, due: DUE, mine: false, nonce: nonce() }
    const { id } = await site().api(PASCAL).post<OwnStepView>('/steps', given)
    const { id: person } = await site().stage.app.people.greet({ ...CAMILLE, language: 'fr' })
    await site().api(PASCAL).put(`/steps/${id}/asked`, { person })
    return id
  }

  it('is accepted where it waits, with one’s name, then stands on the idea; done, it can be taken back', async () => {
    const id = await asked()
    const window = await opened(CAMILLE, { now: NOW })
    const { tab } = window
    const task = tab.locator('.task', { hasText: STEP })
    await task.getByRole('button', { name: /^Répondre/ }).click()
    await task.getByText('Refuser ne laisse aucune trace', { exact: false }).waitFor()
    await task.getByRole('checkbox', { name: 'Montrer mon nom à tous' }).check()
    await task.getByRole('button', { name: /^J’accepte/ }).click()
    await task.getByRole('button', { name: /^C’est fait/ }).waitFor()
    assert.equal(await window.said(), 'La suite vous est confiée')

    const again = await opened(CAMILLE, { now: NOW })
    const promised = again.tab.locator('.task', { hasText: STEP })
    await again.tab
      .getByText(`Suite\u00A0: ${STEP} · Camille Martin, Direction des lycées`, { exact: false })
      .waitFor()
    await promised.getByRole('button', { name: /^Faire le point/ }).click()
    await promised.getByRole('button', { name: /^C’est fait/ }).click()
    await promised.getByText('Tenue').waitFor()
    await promised.getByRole('button', { name: /^Annuler/ }).click()
    await promised.getByRole('button', { name: /^C’est fait/ }).waitFor()
    assert.equal((await site().api(CAMILLE).get<OwnStepView>(`/steps/${id}`)).state, 'promised')
  })

  it('is declined without a trace, and is read by nobody else before', async () => {
    const id = await asked()
    const { tab } = await opened(CAMILLE, { now: NOW })
    const task = tab.locator('.task', { hasText: STEP })
    await task.getByRole('button', { name: /^Répondre/ }).click()
    await task.getByRole('button', { name: /^Je ne peux pas/ }).click()
    await task.waitFor({ state: 'detached' })
    const step = await site().api(PASCAL).get<OwnStepView>(`/steps/${id}`)
    assert.deepEqual([step.state, step.askedName], ['proposed', ''])
    const others = await opened(NADIA, { now: NOW })
    await others.tab.getByText(IDEA).first().waitFor()
    assert.equal(await others.tab.getByText(STEP).count(), 0)
  })

  it('has in « Mes suites » what I promised, whose date I move, which I give back and drop, each in its place', async () => {
    const id = await asked()
    const far = new Date(NOW + 30 * DAY).toISOString().slice(0, 10)
    await site().api(CAMILLE).post(`/steps/${id}/answer`, { accept: true, named: false })
    await site().api(CAMILLE).put(`/steps/${id}/due`, { due: far })
    const window = await opened(CAMILLE, { now: NOW, width: 360 })
    const { tab } = window
    const panel = tab.locator('section', { has: tab.getByRole('heading', { name: 'Mes suites' }) })
    await panel.getByText(`avant le 16 juin (d’abord le 21 mai)`, { exact: false }).waitFor()
    // Its day is not near: it waits nowhere else.
    assert.equal(await tab.locator('.task', { hasText: STEP }).count(), 0)
    await panel.getByRole('button', { name: /^Nouvelle date/ }).click()
    await panel.getByRole('button', { name: 'Enregistrer' }).click()
    await panel.getByText('Il manque la date. Choisissez avant quand ce sera fait.').waitFor()
    await window.focused('Avant quand')
    await panel.getByLabel('Avant quand').fill('2029-01-01')
    await panel.getByRole('button', { name: 'Enregistrer' }).click()
    await panel.getByText('Le programme se termine avant cette date.', { exact: false }).waitFor()
    await window.focused('Avant quand')
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await panel.getByLabel('Avant quand').fill('2027-06-20')
    await panel.getByRole('button', { name: 'Enregistrer' }).click()
    await panel.getByText('avant le 20 juin (d’abord le 21 mai)', { exact: false }).waitFor()
    await window.focused('C’est fait')
    await panel.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: 'Montrer mon nom' }).click()
    await panel.getByText('votre nom est montré', { exact: false }).waitFor()
    await panel.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: 'Je la rends' }).click()
    await panel.waitFor({ state: 'detached' })
    await heard(window, 'La suite est rendue à qui vous l’avait confiée')
    assert.notEqual(await window.focus(), '')
    assert.deepEqual(window.complaints, [])

    const back = await opened(PASCAL, { now: NOW })
    const theirs = back.tab.locator('section', { has: back.tab.getByRole('heading', { name: 'Mes suites' }) })
    await theirs.getByText(IDEA).waitFor()
    assert.equal((await site().api(PASCAL).get<OwnStepView>(`/steps/${id}`)).mine, true)
  })

  it('is written and confided beside the idea’s comments, by who answers for its Direction', async () => {
    for (const person of [CAMILLE, PASCAL, AHMED]) await seat(site(), person)
    await retain(site(), CAMILLE, 'equipe', IDEA)
    const window = await opened(PASCAL, { now: NOW, width: 360 })
    const { tab, page } = window
    await tab.getByRole('button', { name: new RegExp(`^Commenter.*${IDEA}`) }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Écrire une suite/ }).click()
    await window.focused('La suite, en une phrase')
    await page.keyboard.type(STEP)
    await dialog.getByLabel('Avant quand').fill(DUE)
    await dialog.getByLabel('Avant quand').press('Enter')
    await dialog.getByText('Vous vous en chargez (Direction des lycées)', { exact: false }).waitFor()
    // The comment around it was not sent.
    assert.equal(await dialog.getByText('Il manque le texte').count(), 0)
    await dialog.getByRole('button', { name: /^Confier à/ }).click()
    await window.focused('À qui')
    await page.keyboard.type('Ahm')
    await tab.getByRole('option', { name: 'Ahmed Saïdi' }).waitFor()
    // It closes the list, and not the dialog around it.
    await page.keyboard.press('Escape')
    await tab.getByRole('option').first().waitFor({ state: 'detached' })
    await window.focused('À qui')
    await page.keyboard.press('ArrowDown')
    await tab.getByRole('option', { name: 'Ahmed Saïdi' }).click()
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await dialog.getByRole('button', { name: 'Lui demander' }).click()
    await dialog.getByText('Demandé à Ahmed Saïdi, sans réponse encore', { exact: false }).waitFor()
    await dialog.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: 'Y renoncer' }).click()
    await dialog.getByLabel('En un mot, pourquoi').fill('Le budget est reporté.')
    await dialog.getByRole('button', { name: 'Y renoncer' }).click()
    await dialog.getByText(`Suite abandonnée\u00A0: ${STEP}`, { exact: false }).waitFor()
    assert.deepEqual(window.complaints, [])
  })
})
