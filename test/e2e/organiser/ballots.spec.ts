import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { BallotRow } from '../../../src/tabs/contract/ballots/sheets.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { CAMILLE, HELENE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { nonce, openSite, type Site, seat } from '../site.ts'
import { launch, openTab, tabTo } from '../window.ts'

const QUESTION = 'Laquelle tester d’abord ?'
const BIKES = 'Un garage à vélos devant le lycée'

describe('the organiser’s ballots', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [CAMILLE, KARIM, HELENE]) await seat(site, person)
    await site.stage.as(MAELLE).installs('channel')
    const sent = { nonce: nonce(), axis: 'transitions', text: BIKES }
    await site.api(CAMILLE).post<IdeaView>('/ideas', sent)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const opened = async (wanted: string, who = MAELLE) => {
    const options = { tab: 'organiser', from: site.clock.now(), width: 1280, wanted } as const
    const window = await openTab(browser, site, who, options)
    await window.ready()
    return window
  }

  it('are prepared beside their card, checked in place, opened and closed by keyboard, and the winner is retained', async () => {
    const window = await opened('ballots')
    const { page, tab } = window
    await tabTo(window, 'Nouveau scrutin')
    await page.keyboard.press('Enter')
    await window.focused('Nouveau scrutin')
    await tab.getByRole('searchbox').waitFor()
    // A week on, in the evening; taken away, it is asked for like all else.
    assert.equal(await tab.getByLabel('Dernier jour').inputValue(), '2027-05-24')
    await tab.getByLabel('Dernier jour').fill('')
    await tab.getByText('La carte paraît ici').waitFor()
    await tabTo(window, 'Ouvrir le scrutin')
    await page.keyboard.press('Enter')
    await window.focused('Question')
    for (const wrong of [
      'Il manque la question',
      'Il faut au moins deux',
      'Il manque la fin',
      'Il manque le lieu de l’annonce',
      '4 champs sont à revoir',
    ])
      await tab.getByText(wrong).first().waitFor()
    await page.keyboard.type(QUESTION)
    await tab.getByText('Il manque la question').waitFor({ state: 'detached' })
    await tab.getByText('3 champs sont à revoir').first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('vélos')
    await tab.getByRole('button', { name: /^Ajouter/ }).waitFor()
    await tabTo(window, 'Ajouter')
    await page.keyboard.press('Enter')
    await window.focused('Rechercher une idée à proposer')
    await tab.getByRole('textbox', { name: 'Autres propositions, une par ligne' }).fill('Ne rien changer')
    await tab.getByLabel('Dernier jour').fill('2027-05-28')
    // The card stands beside what is typed, before anybody has said where it goes.
    await tab.locator('.look').getByText('Ne rien changer').first().waitFor()
    await tab.getByRole('checkbox', { name: /Ateliers$/ }).check()
    await tab.getByText(/^L’annonce paraîtra dans/).waitFor()
    await tab.locator('html').evaluate(() => location.reload())
    await tab.getByText(BIKES, { exact: true }).first().waitFor()
    assert.equal(await tab.getByRole('textbox', { name: 'Question' }).inputValue(), QUESTION)
    await tab
      .locator('.look')
      .getByText(/^Le vote est gardé avec votre nom/)
      .waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await tabTo(window, 'Ouvrir le scrutin')
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    const { items } = await site.api(MAELLE).get<Page<BallotRow>>('/ballots/all')
    assert.deepEqual(
      items.map(({ stage, options }) => [stage, options.map(({ title }) => title)]),
      [['open', [BIKES, 'Ne rien changer']]],
    )
    for (const person of [CAMILLE, KARIM])
      await site.api(person).put(`/ballots/${items[0]?.id}/vote`, { option: items[0]?.options[0]?.id })
    await tabTo(window, 'Clore maintenant')
    await page.keyboard.press('Enter')
    await window.focused('Laisser ouvert')
    await page.keyboard.press('Enter')
    await window.focused('Clore maintenant')
    await page.keyboard.press('Enter')
    await window.focused('Laisser ouvert')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await window.focused(QUESTION)
    await tab.getByText(`« ${BIKES} » arrive en tête`).waitFor()
    await tabTo(window, 'Retenir cette idée')
    await page.keyboard.press('Enter')
    await tab.getByText('L’idée est retenue').first().waitFor()
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('are set by one press, with the rest folded, for three uses; nothing typed is lost', async () => {
    const window = await opened('ballots:new')
    const { tab } = window
    await tab.getByRole('textbox', { name: 'Question' }).fill('Gardée ?')
    // Of seventeen controls, what every ballot needs.
    const fields = tab.locator('.ballot-form').getByRole('radio').or(tab.locator('.ballot-form input'))
    const visible = async () => (await fields.filter({ visible: true }).count()) < 10
    assert.ok(await visible())
    const preset = (name: RegExp) => tab.getByRole('button', { name })
    await preset(/^Choisir quoi essayer d’abord/).click()
    await tab.getByText('Plusieurs choix, jusqu’à 3').waitFor()
    assert.equal(await tab.getByLabel('Dernier jour').inputValue(), '2027-05-31')
    await preset(/^Un sujet délicat/).click()
    await tab.getByText('Un seul choix · Vote secret').waitFor()
    assert.equal(await tab.getByLabel('Qui peut voter').inputValue(), 'directions')
    assert.equal(await tab.getByRole('textbox', { name: 'Question' }).inputValue(), 'Gardée ?')
    assert.deepEqual(await violations(window), [])
    // What is refused and folded opens by itself.
    await tab.getByText('Autres réglages').click()
    await tab.getByLabel('Quorum, en votes (0 : aucun)').fill('2')
    await tab.getByText('Autres réglages').click()
    await tab.getByRole('button', { name: 'Ouvrir le scrutin' }).click()
    await tab.getByLabel('Quorum, en votes (0 : aucun)').waitFor()
    assert.equal(await window.overflow(), 0)
    await tab.locator('html').evaluate(() => sessionStorage.clear())
    await window.close()
  })

  it('are read by an observer, without an act', async () => {
    const window = await opened('ballots', HELENE)
    const { tab } = window
    await tab.getByRole('link', { name: QUESTION }).click()
    await tab.getByText(`« ${BIKES} » arrive en tête`).waitFor()
    await tab.getByRole('button', { name: 'Voir le tableau' }).click()
    await tab.getByRole('cell', { name: '2 voix' }).waitFor()
    for (const name of ['Retenir cette idée', 'Nouveau scrutin'])
      assert.equal(await tab.getByText(name).count(), 0)
    assert.equal(await window.overflow(), 0)
    for (const place of [
      'ballots/new',
      'workshops/new',
      'workshops/new-series',
      'broadcasts/new',
      'ideas/box',
    ]) {
      await tab.locator('html').evaluate((_, hash) => location.assign(hash), `#/${place}`)
      await tab.getByText('Votre rôle est de lire, sans rien créer').waitFor()
      assert.equal(await tab.locator('form').count(), 0)
    }
    await window.close()
  })
})
