import assert from 'node:assert/strict'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { value } from '../../support/assistant/answers.ts'
import { startEndpoint } from '../../support/assistant/endpoint.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { launch, openTab, type Tab, tabTo } from '../window.ts'

const TYPED = 'On pourrait ouvrir la cantine le soir et prêter des vélos avec la DGS'
const BETTER = 'Ouvrir la cantine le soir et prêter des vélos.'

async function begin(window: Tab, text = TYPED) {
  await window.tab.getByRole('button', { name: 'Je propose une idée' }).click()
  const dialog = window.tab.getByRole('dialog')
  const field = dialog.getByLabel('Votre micro-idée')
  await field.fill(text)
  return { dialog, field }
}

describe('an idea looked at before it is sent', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('shows nothing while it is typed, then by the keyboard what may hinder, until it changes', async () => {
    const window = await opened(CAMILLE)
    const { dialog, field } = await begin(window)
    const advice = dialog.locator('.draft-advice li')
    assert.equal(await advice.count(), 0)
    await tabTo(window, 'Relire ma phrase')
    await window.page.keyboard.press('Enter')
    await advice.first().waitFor()
    assert.deepEqual(await advice.allTextContents(), [
      'Deux idées, peut-être\u00A0: chacune à part aurait ses soutiens et sa réponse.',
      'DGS\u00A0: tout le monde ne connaît pas ce sigle.',
    ])
    assert.equal(await dialog.getByRole('button', { name: 'Proposer une autre formulation' }).count(), 0)
    assert.deepEqual(await violations(window), [])
    await field.fill('Des bancs devant la gare')
    await advice.first().waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Relire ma phrase' }).click()
    await dialog.getByText('Rien à signaler.').waitFor()
  })

  it('is advice: it is sent all the same', async () => {
    const window = await opened(CAMILLE)
    const { dialog } = await begin(window)
    await dialog.getByRole('button', { name: 'Relire ma phrase' }).click()
    await dialog.locator('.draft-advice').waitFor()
    await dialog.getByRole('combobox').selectOption({ index: 1 })
    await dialog.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    const { items } = await site().api(CAMILLE).get<{ items: IdeaView[] }>('/ideas')
    assert.equal(items[0]?.text, TYPED)
  })
})

describe('a text with a language model beside', function () {
  this.timeout(60_000)

  async function beside(
    work: (parts: {
      site: Awaited<ReturnType<typeof openSite>>
      open: (who: typeof CAMILLE, options?: Parameters<typeof openTab>[3]) => Promise<Tab>
      endpoint: Awaited<ReturnType<typeof startEndpoint>>
    }) => Promise<void>,
  ) {
    const endpoint = await startEndpoint()
    endpoint.always(value({ text: BETTER }))
    const browser = await launch()
    const site = await openSite({ assistant: endpoint.settings })
    const windows: Tab[] = []
    const open = async (who: typeof CAMILLE, options?: Parameters<typeof openTab>[3]) => {
      const window = await openTab(browser, site, who, options)
      windows.push(window)
      return window
    }
    try {
      await work({ site, endpoint, open })
    } finally {
      for (const window of windows) await window.close()
      await browser.close()
      await site.close()
      await endpoint.close()
    }
  }

  it('has another wording below, which only a press puts into the field, and one’s own words back', () =>
    beside(async ({ site, open, endpoint }) => {
      const window = await open(CAMILLE)
      await window.ready()
      const { dialog, field } = await begin(window)
      await dialog.getByRole('button', { name: 'Relire ma phrase' }).click()
      await dialog.getByText('Votre texte sera envoyé à un modèle d’IA (Albert)').waitFor()
      assert.equal(endpoint.heard.length, 0)
      await dialog.getByRole('button', { name: 'Proposer une autre formulation' }).click()
      await dialog.getByText('rédigée par un modèle d’IA (Albert). À vérifier.').waitFor()
      assert.equal(await field.inputValue(), TYPED)
      await dialog.getByRole('button', { name: 'Reprendre cette version' }).press('Enter')
      await window.focused('Revenir à mes mots')
      assert.equal(await field.inputValue(), BETTER)
      assert.deepEqual(await violations(window), [])
      await window.page.keyboard.press('Enter')
      await window.focused('Reprendre cette version')
      assert.equal(await field.inputValue(), TYPED)
      assert.deepEqual((await site.api(CAMILLE).get<{ items: IdeaView[] }>('/ideas')).items, [])
    }))

  it('leaves one’s words as they are where the model has none that adds nothing', () =>
    beside(async ({ open, endpoint }) => {
      endpoint.always(value({ text: 'Ouvrir 3 cantines le soir.' }))
      const window = await open(CAMILLE)
      await window.ready()
      const { dialog, field } = await begin(window)
      await dialog.getByRole('button', { name: 'Relire ma phrase' }).click()
      await dialog.getByRole('button', { name: 'Proposer une autre formulation' }).click()
      await dialog.getByText('Vos mots restent tels quels.').waitFor()
      assert.equal(await field.inputValue(), TYPED)
    }))

  it('of a question, is looked at as one leaves it, and nothing shows unless something is found', () =>
    beside(async ({ site, open, endpoint }) => {
      endpoint.always(value({ text: 'Quel courrier un usager ne comprend-il pas ?' }))
      await seat(site, MAELLE)
      await site.stage.as(MAELLE).installs('channel')
      const window = await open(MAELLE, { tab: 'organiser', wanted: 'ideas:box' })
      const field = window.tab.getByLabel('Votre question')
      await field.fill('Où perd-on son chemin ?')
      const looked = window.page.waitForResponse(answer => answer.url().endsWith('/drafts/check'))
      await field.press('Tab')
      await looked
      assert.equal(await window.tab.locator('.draft-advice').count(), 0)
      await field.fill('Quel courrier améliorer pour qu’un usager le comprenne ?')
      assert.equal(await window.tab.locator('.draft-advice').count(), 0)
      await field.press('Tab')
      await window.tab.locator('.draft-advice').getByText('améliorer\u00A0: trop large').waitFor()
      await window.tab.getByRole('button', { name: 'Proposer une autre formulation' }).click()
      await window.tab.getByRole('button', { name: 'Reprendre cette version' }).click()
      assert.equal(await field.inputValue(), 'Quel courrier un usager ne comprend-il pas ?')
      assert.deepEqual(await violations(window), [])
    }))

  it('is kept from it by a press in « Préférences », which offers it where a model is set up', () =>
    beside(async ({ site, open, endpoint }) => {
      const window = await open(CAMILLE)
      await window.ready()
      await window.tab.getByRole('button', { name: 'Préférences' }).click()
      const choice = window.tab.getByRole('menuitemcheckbox', { name: 'Ne pas soumettre mes idées à une IA' })
      assert.equal(await choice.getAttribute('aria-checked'), 'false')
      await choice.click()
      await window.tab.getByText('ne sont soumises à aucune IA').first().waitFor({ state: 'attached' })
      assert.equal((await site.api(CAMILLE).get<{ aiOptOut?: boolean }>('/me')).aiOptOut, true)
      await window.page.keyboard.press('Escape')
      const { dialog } = await begin(window)
      await dialog.getByRole('button', { name: 'Relire ma phrase' }).click()
      await dialog.locator('.draft-advice').waitFor()
      assert.equal(await dialog.getByRole('button', { name: 'Proposer une autre formulation' }).count(), 0)
      assert.equal(endpoint.heard.length, 0)
    }))
})
