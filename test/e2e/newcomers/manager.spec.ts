import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { KARIM, person } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { nonce, openSite, published, type Site, seat } from '../site.ts'
import { heard, launch, openTab, tabTo } from '../window.ts'

/** She heads a Direction, as the people file said; nothing has told her what the app is. */
const SIMONE = person('Simone Valat', { role: 'manager' })
const ANSWER = 'Un planning partagé ouvre en septembre sur trois sites.'

describe('a manager who comes for the first time', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let idea: string

  before(async () => {
    browser = await launch()
    site = await openSite()
    const { people } = site.stage.app
    const { tenant, objectId, name } = SIMONE
    const { id } = await people.greet({ tenant, objectId, name, language: 'fr' })
    await people.assignRole(id, 'manager', ['mobilites'])
    await seat(site, KARIM)
    await site.api(KARIM).put('/me', { direction: 'mobilites' })
    const text = 'Partager les véhicules de service le vendredi'
    const said = await site.api(KARIM).post<IdeaView>('/ideas', { nonce: nonce(), text, axis: 'transitions' })
    idea = said.id
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  it('is led to her Direction, and gives her first answer in one click once it is written, on a phone', async () => {
    const window = await openTab(browser, site, SIMONE, { tab: 'direction', width: 360 })
    await window.ready()
    const { page, tab } = window
    await tab.getByRole('heading', { name: 'Direction des mobilités', level: 1 }).waitFor()
    await tab.getByText(/^1 idée attend$/).waitFor()
    await tab.getByText(/Moins.de.10 personnes sur 156 ont participé\./).waitFor()
    await tabTo(window, 'Votre réponse à Karim')
    await page.keyboard.type(ANSWER)
    await tab.getByRole('button', { name: 'Répondre', exact: true }).click()
    await tab.locator('.answered').getByText(ANSWER).waitFor()
    await heard(window, 'Votre réponse est enregistrée')
    await published(site)
    const seen = await site.api(KARIM).get<{ items: IdeaView[] }>('/ideas?mine=1')
    const answered = seen.items.find(({ id }) => id === idea)
    assert.deepEqual([answered?.state, answered?.answer?.text], ['answered', ANSWER])
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    assert.deepEqual(window.complaints, [])
  })
})
