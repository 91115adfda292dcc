import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { RemoteView } from '../../../src/tabs/contract/room/remote.ts'
import type { WallView } from '../../../src/tabs/contract/room/wall.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violationsIn } from '../axe.ts'
import { comeIn, openRoom, show } from '../room.ts'
import { nonce, openSite, type Site } from '../site.ts'
import { launch } from '../window.ts'
import { cutOff } from './layout.ts'

/** The page of a projector, whose clock stands apart from the product's. */
async function openProjector(browser: Browser, site: Site) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'fr-FR',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  const asked: string[] = []
  page.on('request', request => void asked.push(request.url()))
  await page.goto(`${site.url}/salle`)
  return { page, complaints, asked, close: () => context.close() }
}

/** As whoever leads the room reads it off the screen. */
async function codeOn(page: Page): Promise<string> {
  const parts = await page.locator('.pairing-code span').allTextContents()
  return parts.join('')
}

describe('the room’s screen before the product itself', function () {
  this.timeout(90_000)
  let browser: Browser
  let site: Site
  let workshop: string

  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())
  beforeEach(async () => {
    site = await openSite()
    workshop = await openRoom(site, [CAMILLE, KARIM])
  })
  afterEach(() => site.close())

  const lab = () => site.api(MAELLE)
  const harvest = (text: string, axis = 'usager') =>
    lab().post(`/workshops/${workshop}/harvest`, { lines: [{ key: nonce(), text, axis, table: '4' }] })

  async function pair() {
    const projector = await openProjector(browser, site)
    await projector.page.locator('.pairing-code').waitFor()
    await lab().post<RemoteView>(`/workshops/${workshop}/remote/pair`, { code: await codeOn(projector.page) })
    await projector.page.locator('[data-scene]').waitFor()
    return projector
  }

  it('is found at the short address, tied by its code, and welcomes with a code that checks in', async () => {
    const { page, complaints, asked, close } = await pair()
    await page.locator('[data-scene=welcome] .check-in-letters').waitFor()
    const { letters } = await lab().get<{ readonly letters: string }>(`/attendance/${workshop}`)
    const shown = await page.locator('.check-in-letters strong').textContent()
    assert.equal(shown?.replace(/\s/g, ''), letters.replace(/\s/g, ''))
    await comeIn(site, workshop, CAMILLE)
    await page.locator('.arrivals').getByText('1 personne est là').waitFor()
    assert.deepEqual([await cutOff(page), await violationsIn(page.mainFrame())], [[], []])
    const key = await page.evaluate(() => JSON.parse(localStorage.getItem('room-screen') ?? '{}').key)
    assert.ok(key.length > 20)
    assert.deepEqual(
      asked.filter(url => url.includes(key)),
      [],
    )
    assert.deepEqual(complaints, [])
    await close()
  })

  it('brings less than 85 kB of scripts and styles: neither Teams’ library nor Fluent’s styles', async () => {
    const { page, close } = await pair()
    const sizes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/tabs/assets/'))
        .map(each => (each as PerformanceResourceTiming).encodedBodySize),
    )
    const total = sizes.reduce((sum, size) => sum + size, 0)
    assert.ok(sizes.length === 2 && total > 0 && total < 85_000, `${sizes.length} files, ${total} bytes`)
    await close()
  })

  it('leads a phone into Teams by either of its codes, which a photograph of the day’s does not let in', async () => {
    const { page, close } = await pair()
    const scan = async (place: string) => {
      const { pathname } = new URL((await page.locator(`${place} .qr`).getAttribute('data-text')) ?? '')
      const { status, headers } = await fetch(site.url + pathname, { redirect: 'manual' })
      return [status, decodeURIComponent(headers.get('location') ?? '').replace(workshop, 'W')]
    }
    await page.locator('[data-scene=welcome] .check-in-letters').waitFor()
    const [status, location = ''] = await scan('.check-in')
    assert.equal(status, 302)
    assert.match(String(location), /check-in:s1\.W\./)
    await show(site, workshop, { kind: 'question', words: 'Que changer ?' })
    await page.locator('[data-scene=question]').waitFor()
    const [led, day = ''] = await scan('.corner-join')
    assert.equal(led, 302)
    assert.match(String(day), /room:W(\W|$)/)
    await close()
  })

  it('shows within a second what a remote chose, and a timer that it started', async () => {
    const { page, close } = await pair()
    const words = 'Que changer dès lundi\u202F?'
    await show(site, workshop, { kind: 'question', words, minutes: 10 })
    const begun = performance.now()
    await page.getByRole('heading', { name: 'Que changer dès lundi' }).waitFor()
    assert.ok(performance.now() - begun < SECOND)
    await page
      .locator('.corner-timer')
      .getByText(/^(10:00|9:5\d)$/)
      .waitFor()
    await close()
  })

  it('shows an idea within two seconds of its harvest, and takes it away within one of its being hidden', async () => {
    const { page, close } = await pair()
    await show(site, workshop, { kind: 'wall' })
    await page.locator('[data-scene=wall]').waitFor()
    await harvest('Un banc devant chaque accueil.')
    const sent = performance.now()
    const card = page.locator('.wall').getByText('Un banc devant chaque accueil.')
    await card.waitFor()
    assert.ok(performance.now() - sent < 2 * SECOND)
    await harvest('Une page de passation quand on change de poste.', 'equipe')
    await page.locator('.wall').getByText('Une page de passation').waitFor()
    const { ideas } = await lab().get<WallView>(`/workshops/${workshop}/wall`)
    const bench = ideas.find(({ text }) => text.startsWith('Un banc'))
    await lab().post(`/workshops/${workshop}/wall/hide`, { idea: bench?.id, hidden: true })
    const hidden = performance.now()
    await card.waitFor({ state: 'detached' })
    assert.ok(performance.now() - hidden < SECOND)
    assert.ok(!(await page.content()).includes('Un banc devant'))
    await close()
  })

  it('goes back to a code within a second of its key being taken back', async () => {
    const { page, close } = await pair()
    const { screens } = await lab().get<RemoteView>(`/workshops/${workshop}/remote`)
    await lab().post(`/workshops/${workshop}/remote/screens/${screens[0]?.key}/revoke`, {})
    await page.getByText('Cet écran a été détaché').waitFor()
    await page.locator('.pairing-code').waitFor()
    await close()
  })

  it('follows again once the network was away, and has missed no scene', async () => {
    const { page, close } = await pair()
    await page.context().setOffline(true)
    await show(site, workshop, { kind: 'question', words: 'Pendant la coupure' })
    await show(site, workshop, { kind: 'pause', minutes: 15 })
    await page.context().setOffline(false)
    await page.locator('[data-scene=pause]').waitFor()
    await page.getByText('Reprise à').waitFor()
    site.clock.advance(MINUTE)
    await close()
  })
})
