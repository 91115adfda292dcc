import assert from 'node:assert/strict'
import type { InitiativeTrials } from '../../../src/tabs/contract/initiatives/trials.ts'
import { CAMILLE, HELENE, INES, KARIM, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { carry, HANDBOOK } from '../initiatives.ts'
import { NOW, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const PROBLEM = { type: 'about:blank', status: 500, title: 'Panne', code: 'fault', reference: 'ab12cd34' }
const IF = 'laissons une page à chaque changement de poste'
const THEN = 'la personne qui arrive est autonome en une semaine'
const SENTENCE = `Si nous ${IF}, alors ${THEN}.`

describe('a trial, planned on the sheet of its initiative', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  let initiative = ''

  beforeEach(async () => {
    for (const person of [CAMILLE, KARIM, INES, NADIA, HELENE]) await seat(site(), person)
    initiative = await carry(site(), { owner: KARIM }, HANDBOOK)
  })

  const sheet = (person: Person, width = 1100) =>
    opened(person, { tab: 'gallery', wanted: initiative, now: NOW, width })
  const trials = (person: Person) =>
    site().api(person).get<InitiativeTrials>(`/initiatives/${initiative}/trials`)

  it('is offered to who carries it, in the place of what they seldom do; nobody else meets a word of it', async () => {
    const { tab } = await sheet(KARIM)
    const acts = tab.locator('.sheet-acts').getByRole('button')
    await tab.getByRole('button', { name: 'Préparer un essai' }).waitFor()
    assert.deepEqual(
      (await acts.allInnerTexts()).map(text => text.trim()),
      ['Modifier la fiche', 'Préparer un essai', 'Soutenir', '', 'Copier le lien'],
    )
    for (const other of [NADIA, HELENE]) {
      const window = await sheet(other)
      assert.equal(await window.tab.getByText(/essai/i).count(), 0)
    }
  })

  it('is planned by keyboard: a fault beside its field, nothing lost when it cannot be sent', async () => {
    const window = await sheet(KARIM)
    const { tab, page } = window
    await tab.getByRole('button', { name: 'Préparer un essai' }).waitFor()
    await tabTo(window, 'Préparer un essai')
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog')
    await window.focused('Si nous…')
    await page.keyboard.type(IF)
    const send = dialog.getByRole('button', { name: 'Publier l’essai' })
    await send.click()
    await dialog.getByText('Il manque ce que vous attendez, après « alors… ».').waitFor()
    await dialog.getByText('Il manque les mots de ce que vous regardez.', { exact: false }).waitFor()
    await window.focused('alors…')
    await page.keyboard.type(THEN)
    await dialog.getByLabel('Dernier jour').fill('2027-05-20')
    await dialog.getByText('Le dernier jour vient après le premier.', { exact: false }).waitFor()
    await dialog.getByLabel('Premier jour').fill('2027-05-18')
    await dialog.getByLabel('Dernier jour').fill('2027-06-28')
    await dialog.getByRole('textbox', { name: 'Ce que le chiffre compte' }).fill('Jours pour être autonome')
    await dialog.getByRole('textbox', { name: 'Unité' }).fill('jours')
    await dialog.getByRole('radio', { name: 'Si le chiffre baisse' }).check()
    await dialog.getByRole('button', { name: 'Regarder autre chose aussi' }).click()
    await window.focused('Un chiffre, que vous noterez')
    const second = dialog.getByRole('group', { name: 'Ce que l’on regarde (2)' })
    await second.getByRole('radio', { name: 'Une question à qui essaie' }).check()
    await second
      .getByText(/Pas du tout\s· Plutôt non\s· Entre les deux\s· Plutôt oui\s· Tout à fait/)
      .waitFor()
    await second.getByRole('textbox', { name: 'La question' }).fill('La page vous aide-t-elle\u202f?')
    await page.route('**/initiatives/*/trials', route =>
      route.request().method() === 'POST' ? route.fulfill({ status: 500, json: PROBLEM }) : route.fallback(),
    )
    await send.click()
    await dialog.getByText(/ab12cd34/).waitFor()
    await page.keyboard.press('Escape')
    await window.focused('Préparer un essai')
    await page.keyboard.press('Enter')
    await dialog.getByText('Votre texte était resté ici').waitFor()
    await page.unroute('**/initiatives/*/trials')
    await send.click()
    await window.focused('L’essai')
    await heard(window, 'L’essai est publié')
    await tab.getByText(SENTENCE).waitFor()
    await tab.getByText('Du 18 mai au 28 juin').waitFor()
    const { current, mayPlan } = await trials(NADIA)
    assert.equal(mayPlan, false)
    assert.deepEqual(
      current?.measures.map(({ kind, better }) => [kind, better]),
      [
        ['number', 'down'],
        ['question', 'up'],
      ],
    )
  })

  it('is read by all, with what is not there yet in words', async () => {
    await site()
      .api(KARIM)
      .post(`/initiatives/${initiative}/trials`, {
        nonce: 'a-nonce-of-sixteen-signs',
        ifWe: IF,
        expected: THEN,
        directions: ['lycees'],
        site: 'l’accueil du lycée',
        from: '2027-05-24',
        until: '2027-06-28',
        rhythm: 'fortnightly',
        measures: [{ kind: 'question', text: 'La page vous aide-t-elle\u202f?', better: 'up' }],
      })
    const { tab, complaints } = await sheet(HELENE)
    await tab.getByRole('heading', { name: 'L’essai', exact: true }).waitFor()
    await tab.getByText('En préparation').waitFor()
    await tab.getByText(SENTENCE).waitFor()
    await tab.getByText('Direction des lycées, l’accueil du lycée').waitFor()
    await tab.getByText('Une question toutes les deux semaines').waitFor()
    await tab.getByText('Personne n’essaie encore.').waitFor()
    await tab.getByText('Demandé avant le premier jour').waitFor()
    assert.equal(await tab.getByRole('button', { name: /J’essaie|Décider|Modifier/ }).count(), 0)
    assert.deepEqual(complaints, [])
  })

  it('is changed and taken back before its first day, the focus where it makes sense', async () => {
    const plan = {
      ifWe: IF,
      expected: THEN,
      directions: ['lycees'],
      site: '',
      from: '2027-05-24',
      until: '2027-06-28',
      rhythm: 'weekly',
      measures: [{ kind: 'number', text: 'Jours', unit: 'jours', better: 'down' }],
    }
    const body = { ...plan, nonce: 'a-nonce-of-sixteen-signs' }
    await site().api(KARIM).post(`/initiatives/${initiative}/trials`, body)
    const window = await sheet(KARIM)
    const { tab } = window
    const more = tab.locator('.trial').getByRole('button', { name: /^Autres gestes/ })
    await more.click()
    await tab.getByRole('menuitem', { name: 'Modifier l’essai' }).click()
    await tab.getByRole('dialog').getByRole('textbox', { name: 'Un lieu' }).fill('l’internat')
    await tab.getByRole('dialog').getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await window.focused('L’essai')
    await tab.getByText('Direction des lycées, l’internat').waitFor()
    await more.click()
    await tab.getByRole('menuitem', { name: 'Retirer l’essai' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Retirer l’essai' }).click()
    await window.focused('Le carnet de passation')
    await tab.locator('.trial').waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Préparer un essai' }).waitFor()
    assert.equal((await trials(KARIM)).current, undefined)
  })
})
