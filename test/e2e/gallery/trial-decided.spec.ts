import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { StepsOnView } from '../../../src/tabs/contract/next-steps.ts'
import { CAMILLE, KARIM, NADIA } from '../../support/sign-in/cast.ts'
import { carry, HANDBOOK } from '../initiatives.ts'
import { moveBack } from '../screens/long-trial.ts'
import { NOW, seat } from '../site.ts'
import { planTrial } from '../trials.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const TODAY = '2027-05-17'
const DUE = new Date(NOW + 20 * DAY).toISOString().slice(0, 10)
const STEP = 'Donner la page aux trois Directions'
const LEARNT = 'Une page suffit, si elle tient sur une page.'

describe('a trial whose last day has come, on the sheet of its initiative', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  let initiative = ''
  let trial = ''

  beforeEach(async () => {
    for (const person of [CAMILLE, KARIM, NADIA]) await seat(site(), person)
    initiative = await carry(site(), { owner: KARIM }, HANDBOOK)
    const { id } = await planTrial(site(), KARIM, initiative, { from: TODAY })
    trial = id
    await site().api(NADIA).put(`/trials/${trial}/tester`, { trying: true })
    await moveBack(site(), trial, 28, TODAY)
  })

  const sheet = () => opened(KARIM, { tab: 'gallery', wanted: initiative, now: NOW })
  const decide = () =>
    site().api(KARIM).put(`/trials/${trial}/decision`, { kind: 'stop', why: 'Trop court', learnt: LEARNT })

  it('is decided, and the Directions without a channel are named, since no card tells them', async () => {
    const window = await sheet()
    const { tab } = window
    await tab.getByRole('button', { name: 'Décider de la suite' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^Arrêter/ }).check()
    await dialog.getByRole('textbox', { name: 'Pourquoi' }).fill('Trop court')
    await dialog.getByRole('textbox', { name: /appris/ }).fill(LEARNT)
    await dialog.getByRole('button', { name: 'Publier la décision' }).click()
    await heard(window, /^La décision est publiée\. .*Direction des lycées\. Dites-le-lui autrement\.$/)
    await tab
      .locator('.notice')
      .getByText('Faute de canal où publier, une Direction n’a pas la carte', { exact: false })
      .waitFor()
  })

  it('has its next step written once it is decided, by who carries it, for the group of the initiative', async () => {
    await decide()
    const window = await sheet()
    const { tab, page } = window
    const part = tab.locator('.trial .steps')
    await part.getByRole('button', { name: /^Écrire une suite/ }).waitFor()
    await tabTo(window, `Écrire une suite\u00A0: ${HANDBOOK.title}`)
    await page.keyboard.press('Enter')
    await window.focused('La suite, en une phrase')
    await page.keyboard.type(STEP)
    await part.getByLabel('Avant quand').fill(DUE)
    await part.getByRole('button', { name: 'Je m’en charge' }).click()
    await heard(window, 'La suite est écrite')
    await part.getByText('le groupe de l’initiative', { exact: false }).first().waitFor()
    const { items } = await site().api(KARIM).get<StepsOnView>(`/steps/on?kind=trial&id=${trial}`)
    assert.deepEqual(
      items.map(({ text, state }) => [text, state]),
      [[STEP, 'promised']],
    )
    const reader = await opened(NADIA, { tab: 'gallery', wanted: initiative, now: NOW })
    await reader.tab.locator('.trial').getByText(STEP, { exact: false }).waitFor()
  })

  it('is reached from the list of initiatives, by how many try it, until it is decided', async () => {
    const window = await opened(CAMILLE, { tab: 'gallery', now: NOW })
    await tabTo(window, `1 personne essaie\u00A0: ${HANDBOOK.title}`)
    await window.page.keyboard.press('Enter')
    await window.focused('L’essai')
    await window.tab.getByRole('button', { name: /^J’essaie/ }).waitFor()
    await decide()
    const after = await opened(CAMILLE, { tab: 'gallery', now: NOW })
    await after.tab.getByRole('heading', { name: HANDBOOK.title }).waitFor()
    assert.equal(await after.tab.getByRole('link', { name: /essaie/ }).count(), 0)
  })
})
