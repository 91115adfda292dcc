import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { CAMILLE, HELENE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { nonce, openSite, published, type Site, seat } from '../site.ts'
import { launch, openTab, tabTo } from '../window.ts'

const BIKES = 'Un garage à vélos devant le lycée'
const SHED = 'Un garage à vélos fermé devant le lycée'
const LETTERS = 'Relire nos courriers à deux'

describe('the organiser’s ideas', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  const ids: Record<string, string> = {}
  const stateOf = async (text: string) =>
    (await site.api(MAELLE).get<IdeaView>(`/ideas/${ids[text]}/entry`)).state

  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [CAMILLE, KARIM, NADIA, HELENE]) await seat(site, person)
    for (const [person, text] of [
      [CAMILLE, BIKES],
      [KARIM, SHED],
      [NADIA, LETTERS],
    ] as const) {
      const sent = { nonce: nonce(), axis: 'transitions', text }
      ids[text] = (await site.api(person).post<IdeaView>('/ideas', sent)).id
      site.clock.advance(1_000)
    }
    await site.api(KARIM).post(`/ideas/${ids[LETTERS]}/report`, { reason: 'Un nom y est cité' })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const opened = async (wanted: string, who = MAELLE, width = 1280) => {
    const window = await openTab(browser, site, who, {
      tab: 'organiser',
      from: site.clock.now(),
      width,
      wanted,
    })
    await window.ready()
    return window
  }

  it('are answered, joined and hidden by keyboard, the next idea a press away each time, and undone', async () => {
    const window = await opened('ideas')
    const { page, tab } = window
    await tab.getByRole('link', { name: BIKES, exact: true }).waitFor()
    await tabTo(window, BIKES)
    await page.keyboard.press('Enter')
    await window.focused(BIKES)
    await tab.getByRole('button', { name: 'Répondre' }).waitFor()
    await tabTo(window, 'Répondre')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Nous essayons en juin')
    // What was not sent is there again, and is no other idea's.
    await tab.getByRole('button', { name: 'Fermer sans envoyer' }).click()
    await tab.getByRole('button', { name: 'Répondre' }).click()
    await window.focused('Votre réponse')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await window.focused('Idée suivante')
    assert.match(await window.said(), /Votre réponse est enregistrée/)
    await tab.getByText(`Votre réponse est enregistrée : « ${BIKES} »`).waitFor()
    await tab.getByText(/Rien n’est publié avant/).waitFor()
    assert.equal(await stateOf(BIKES), 'answered')
    await page.keyboard.press('Enter')
    await window.focused(SHED)
    await tab.getByRole('button', { name: /^Regrouper : Un garage à vélos devant/ }).waitFor()
    await tabTo(window, 'Regrouper')
    await page.keyboard.press('Enter')
    await window.focused('Idée suivante')
    assert.equal(await stateOf(SHED), 'merged')
    await tab.getByRole('button', { name: 'Annuler' }).focus()
    await page.keyboard.press('Enter')
    await window.focused(SHED)
    assert.equal(await stateOf(SHED), 'received')
    await tab.getByRole('link', { name: LETTERS, exact: true }).click()
    // What is reported is dismissed or hidden where it says why.
    const reports = tab.getByRole('region', { name: 'Signalements' })
    await reports.getByText('Un nom y est cité').waitFor()
    assert.equal(await tab.getByText('Signalée par moins de 5 personnes').count(), 1)
    await reports.getByRole('button', { name: 'Classer sans suite' }).waitFor()
    assert.equal(await tab.getByRole('button', { name: 'Masquer' }).count(), 1)
    await reports.getByRole('button', { name: 'Masquer' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Un nom y est cité')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await window.focused('Idée suivante')
    await tab.getByRole('button', { name: 'Annuler' }).click()
    await window.focused(LETTERS)
    await tab.getByRole('link', { name: 'Idées', exact: true }).last().click()
    await tab.getByRole('link', { name: 'Traitées' }).click()
    await tab.getByRole('link', { name: BIKES, exact: true }).waitFor()
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('are decided one at a time: two taps in one place decide on one idea, which is taken back', async () => {
    const window = await opened(`ideas:${ids[SHED]}`)
    const { page, tab } = window
    const retain = tab.getByRole('button', { name: 'Retenir', exact: true })
    await retain.waitFor()
    const { x, y, width, height } = (await retain.boundingBox()) ?? assert.fail('it is not on the page')
    const tap = () => page.mouse.click(x + width / 2, y + height / 2)
    await tap()
    await tab.getByText(`L’idée est retenue : « ${SHED} »`).waitFor()
    await tap()
    assert.deepEqual([await stateOf(SHED), await stateOf(LETTERS)], ['retained', 'received'])
    await window.close()
    // Opened again meanwhile, it says until when, and can be taken back there.
    const again = await opened(`ideas:${ids[SHED]}`)
    await again.tab.getByText(/Rien n’est publié avant/).waitFor()
    assert.equal(await again.tab.getByRole('button', { name: 'Retenir', exact: true }).count(), 0)
    await again.tab.getByRole('button', { name: /^Annuler la décision/ }).click()
    await again.tab.getByRole('button', { name: 'Retenir', exact: true }).waitFor()
    assert.equal(await stateOf(SHED), 'received')
    assert.deepEqual([...window.complaints, ...again.complaints], [])
    await again.close()
  })

  it('keep what one seldom does in one menu, which has the focus back, and filters folded until one is set', async () => {
    const window = await opened(`ideas:${ids[SHED]}`, MAELLE, 360)
    const { page, tab } = window
    const choose = async (name: string) => {
      await tab.getByRole('button', { name: /^Autres gestes/ }).focus()
      await page.keyboard.press('Enter')
      await tab.getByRole('menuitem', { name }).focus()
      await page.keyboard.press('Enter')
    }
    await choose('Regrouper avec une autre idée')
    await window.focused('Rechercher l’idée avec laquelle regrouper')
    await page.keyboard.type('courriers')
    await tab.getByRole('button', { name: `Regrouper : ${LETTERS}` }).waitFor()
    await choose('Masquer')
    await tab.getByRole('button', { name: 'Fermer sans envoyer' }).click()
    await window.focused('Autres gestes')
    await choose('Copier le lien')
    await tab
      .getByText(/^Lien copié|\/l\//)
      .first()
      .waitFor()
    await tab.locator('html').evaluate(() => {
      location.hash = '#/ideas'
    })
    const axis = tab.getByRole('combobox', { name: 'Axe' })
    const filter = tab.getByRole('button', { name: 'Filtrer' })
    await filter.waitFor()
    assert.equal(await axis.isVisible(), false)
    await filter.click()
    await axis.waitFor()
    await tab.locator('html').evaluate(() => {
      location.hash = '#/ideas?axis=equipe'
      location.reload()
    })
    await axis.waitFor()
    assert.equal(await axis.inputValue(), 'equipe')
    assert.equal(await tab.getByRole('link', { name: 'Commentaires signalés' }).count(), 0)
    await tab.getByRole('link', { name: /^Signalées/ }).click()
    await tab.getByRole('link', { name: 'Commentaires signalés' }).waitFor()
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('are found again by an address with its filters, and read by an observer without a name', async () => {
    await published(site)
    const window = await opened(`ideas:${ids[BIKES]}`, HELENE)
    const { tab } = window
    await tab.getByText('Nous essayons en juin').waitFor()
    const whole = (await tab.locator('body').textContent()) ?? ''
    for (const { name } of [CAMILLE, KARIM, NADIA, MAELLE]) assert.ok(!whole.includes(name), name)
    assert.equal(await tab.getByRole('button', { name: 'Répondre' }).count(), 0)
    await tab.locator('html').evaluate(() => {
      location.hash = '#/ideas?part=all&q=courrier'
    })
    assert.equal(await tab.getByRole('searchbox').inputValue(), 'courrier')
    await tab.getByRole('link', { name: LETTERS, exact: true }).waitFor()
    await tab.getByRole('link', { name: BIKES, exact: true }).waitFor({ state: 'detached' })
    assert.equal(await window.overflow(), 0)
    await window.close()
  })

  it('show a dot between two facts of a line, and none where one begins or ends', async () => {
    const window = await opened('ideas', MAELLE, 400)
    await window.tab.getByRole('link', { name: 'Toutes' }).click()
    await window.tab.getByRole('link', { name: BIKES, exact: true }).waitFor()
    const lines = window.tab.locator('.queue-text .fact-line')
    const seen = await lines.evaluateAll(all =>
      all.map(line => {
        line.scrollIntoView()
        const facts = [...line.children]
        const rows = new Set(facts.map(fact => fact.getBoundingClientRect().top)).size
        const dots = [...line.querySelectorAll('.fact-dot')].filter(dot => {
          const { x, y, width, height } = dot.getBoundingClientRect()
          return document.elementFromPoint(x + width / 2, y + height / 2) === dot
        })
        return { facts: facts.length, rows, dots: dots.length }
      }),
    )
    assert.ok(seen.some(({ facts, rows }) => rows > 1 && rows < facts))
    assert.deepEqual(
      seen.map(({ dots }) => dots),
      seen.map(({ facts, rows }) => facts - rows),
    )
    await window.close()
  })
})
