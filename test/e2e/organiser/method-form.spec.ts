import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { MethodFormView } from '../../../src/tabs/contract/programme/form.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, type Site } from '../site.ts'
import { launch, openTab } from '../window.ts'

describe('« Modifier la méthode », under « Programme »', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  before(async () => {
    browser = await launch()
    site = await openSite()
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  const form = () => site.api(MAELLE).get<MethodFormView>('/programme/method')

  it('moves a phase by keyboard, shows what somebody else changed meanwhile, and takes it back', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'programme', width: 360 })
    await window.ready()
    const { tab } = window
    await tab.locator('.method-forms > summary').press('Enter')
    const part = tab.locator('.part-form').first()
    await part.locator('summary').press('Enter')
    await part.getByText('Version 1 · du fichier de départ', { exact: false }).waitFor()
    await part.getByLabel('Dernier jour').first().fill('2027-02-21')
    const { version, phases } = await form()
    const value = phases.value.map((phase, at) => (at === 0 ? { ...phase, until: '2027-02-14' } : phase))
    await site.api(MAELLE).post('/programme/method', { part: 'phases', from: version, value })
    await part.getByText('Version 2 · modifiée · Maëlle Rivière', { exact: false }).waitFor()
    assert.equal(await part.getByLabel('Dernier jour').first().inputValue(), '2027-02-21')
    await part.getByRole('button', { name: 'Voir ce qui change' }).press('Enter')
    await part.getByText('Cette partie a changé pendant que vous écriviez', { exact: false }).waitFor()
    await part.getByText('dimanche 14 février 2027 → dimanche 21 février 2027', { exact: false }).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await part.getByRole('button', { name: 'Appliquer' }).press('Enter')
    await part.getByText('Version 3 · modifiée', { exact: false }).waitFor()
    assert.equal((await form()).phases.value[0]?.until, '2027-02-21')
    await part.getByRole('button', { name: /^Annuler cette version/ }).press('Enter')
    await part.getByText('Version 4 · reprise d’une version d’avant', { exact: false }).waitFor()
    assert.equal((await form()).phases.value[0]?.until, '2027-02-14')
    assert.equal(await part.getByLabel('Dernier jour').first().inputValue(), '2027-02-14')
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('says what is wrong beside its field, and keeps what was typed', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'programme' })
    await window.ready()
    const { tab } = window
    await tab.locator('.method-forms > summary').click()
    const part = tab.locator('.part-form').nth(1)
    await part.locator('summary').click()
    await part.getByLabel('Titre en français').first().fill('')
    await part.getByRole('button', { name: 'Voir ce qui change' }).click()
    await part.getByText('C’est vide.').waitFor()
    assert.equal(await part.getByRole('button', { name: 'Appliquer' }).count(), 0)
    await part.getByLabel('Titre en français').first().fill('Changer sans abîmer')
    await part.getByRole('button', { name: 'Voir ce qui change' }).click()
    await part.getByText('Les cartes déjà publiées gardent', { exact: false }).waitFor()
    await part.getByRole('button', { name: 'Appliquer' }).click()
    await tab.locator('.method-axes').getByText('Changer sans abîmer').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('asks before taking back the version that switched off a rule for all agents', async () => {
    const { version, nudges } = await form()
    const value = nudges.value.map(rule => (rule.id === 'my-horizon' ? { ...rule, off: true } : rule))
    await site.api(MAELLE).post('/programme/method', { part: 'nudges', from: version, value })
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'programme', width: 360 })
    await window.ready()
    const { tab } = window
    await tab.locator('.method-forms > summary').click()
    const part = tab.locator('.part-form').nth(2)
    await part.locator('summary').click()
    const undo = part.getByRole('button', { name: /^Annuler cette version/ })
    await undo.press('Enter')
    await part.getByText('rien n’est écrit sans votre confirmation', { exact: false }).waitFor()
    assert.equal((await form()).nudges.last.act, 'change')
    assert.equal(await undo.getAttribute('aria-disabled'), 'true')
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await part.getByLabel('Oui, cette règle peut se mettre à écrire à tous les agents.').press('Space')
    await undo.press('Enter')
    await part.getByText('reprise d’une version d’avant', { exact: false }).waitFor()
    assert.deepEqual((await form()).nudges.value, nudges.value)
    await window.close()
  })
})
