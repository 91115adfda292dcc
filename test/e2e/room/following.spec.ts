import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { exact } from '../../../src/kernel/personal-data/counts.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { violationsIn } from '../axe.ts'
import { scan } from '../scan.ts'
import { openSite, type Site, seat } from '../site.ts'
import { launch } from '../window.ts'
import { alike, ideas, SCENES } from './fixtures.ts'
import { cutOff } from './layout.ts'
import { openScreen } from './screen.ts'

const wall = { kind: 'wall', frozen: false, reviewed: false } as const

const texts = (page: Page) => page.locator('.wall .card-text').allTextContents()

describe('the room’s screen', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let at: number

  before(async () => {
    browser = await launch()
    site = await openSite()
    await seat(site, MAELLE)
    at = site.clock.now()
  })
  after(async () => {
    await browser.close()
    await site?.close()
  })

  const scene = (name: string) => {
    const make = SCENES[name]
    if (!make) throw new Error(`no scene is called ${name}`)
    return make(at)
  }

  it('shows a code and what to do with it, is tied within two seconds, and keeps its key out of the address', async () => {
    const screen = await openScreen(browser, site, scene('question'), { paired: false })
    const { page, shown } = screen
    await page.getByText('K7P').waitFor()
    await page.getByText('et tapez ce code').waitFor()
    assert.deepEqual([await cutOff(page), await violationsIn(page.mainFrame())], [[], []])
    shown.typed = true
    await screen.pass(2_000)
    await page.locator('[data-scene=question]').waitFor()
    assert.equal(page.url(), `${site.url}/tabs/room`)
    await page.reload()
    await page.locator('[data-scene=question]').waitFor()
    await screen.close()
  })

  it('goes back to a code once its key is taken back, and says why', async () => {
    const screen = await openScreen(browser, site, scene('question'))
    screen.shown.revoked = true
    await screen.pass(6_000)
    await screen.page.getByText('Cet écran a été détaché').waitFor()
    await screen.page.getByText('K7P').waitFor()
    const [title, buttons] = await Promise.all(
      ['h1', '.controls'].map(each => screen.page.locator(each).boundingBox()),
    )
    assert.ok((title?.y ?? 0) >= (buttons ? buttons.y + buttons.height : 0), 'the title is under the buttons')
    assert.deepEqual(await cutOff(screen.page), [])
    assert.equal(await screen.page.evaluate(() => localStorage.getItem('room-screen')), null)
    await screen.close()
  })

  it('is over at midnight, also where no network says so', async () => {
    const screen = await openScreen(browser, site, scene('question'))
    screen.shown.away = true
    await screen.sleep(11 * HOUR)
    await screen.page.getByText('Un écran sert une journée').waitFor()
    await screen.close()
  })

  it('keeps its scene for ten minutes without network, says since when, and is back by itself', async () => {
    const screen = await openScreen(browser, site, scene('question'))
    const { page, shown } = screen
    const place = await page.locator('.corner .qr').boundingBox()
    shown.away = true
    await screen.pass(10_000)
    await page.getByText('Hors ligne depuis 10\u00A0h').waitFor()
    assert.deepEqual(await page.locator('.corner .qr').boundingBox(), place)
    assert.deepEqual([await cutOff(page), await violationsIn(page.mainFrame())], [[], []])
    await screen.sleep(10 * MINUTE)
    await page.getByText('démarche plus simple').first().waitFor()
    shown.away = false
    shown.fixture = scene('pause')
    await screen.pass(MINUTE)
    await page.locator('[data-scene=pause]').waitFor()
    assert.equal(await page.locator('.lost').count(), 0)
    await screen.close()
  })

  it('begins without a network, and shows its room once there is one', async () => {
    const screen = await openScreen(browser, site, scene('question'), { away: true })
    await screen.pass(10_000)
    await screen.page.getByText('L’écran revient de lui-même').waitFor()
    screen.shown.away = false
    await screen.pass(MINUTE)
    await screen.page.locator('[data-scene=question]').waitFor()
    await screen.close()
  })

  it('shows a code that leads, which a phone can read, and the code that checks in for the welcome', async () => {
    const phone = await browser.newPage()
    const other = await openScreen(browser, site, scene('question'))
    assert.match((await scan(phone, other.page.locator('.corner .qr'))) ?? '', /subEntityId/)
    await other.close()
    const screen = await openScreen(browser, site, scene('welcome'))
    assert.match((await scan(phone, screen.page.locator('.check-in .qr'))) ?? '', /check-in/)
    assert.equal(await screen.page.locator('.corner').count(), 0)
    await phone.close()
    await screen.close()
  })

  it('has the code of the day at one place in every scene', async () => {
    const places = new Set<string>()
    for (const name of ['question', 'wall', 'timer', 'vote-received', 'result', 'next', 'pause', 'gone']) {
      const screen = await openScreen(browser, site, scene(name))
      places.add(JSON.stringify(await screen.page.locator('.corner .qr').boundingBox()))
      await screen.close()
    }
    assert.equal(places.size, 1)
  })

  it('joins ideas that are alike, and puts the newest before the eye', async () => {
    const screen = await openScreen(browser, site, { scene: wall, ideas: [...ideas(11, at), ...alike(at)] })
    const { page, shown } = screen
    await page.getByText('7 fois').waitFor()
    shown.fixture = {
      scene: wall,
      ideas: [
        ...ideas(11, at),
        { id: 'new', text: 'La toute dernière.', axis: 'equipe', at: at + 1, supports: exact('supports', 0) },
      ],
    }
    await screen.pass(6_000)
    await page.locator('.wall').getByText('La toute dernière.').waitFor()
    await screen.close()
  })

  it('takes away at once what was hidden, and all of it', async () => {
    const [hidden, ...others] = ideas(3, at, 'usager')
    if (!hidden) throw new Error('no idea')
    const screen = await openScreen(browser, site, { scene: wall, ideas: [hidden, ...others] })
    const { page, shown } = screen
    await page.getByText(hidden.text).waitFor()
    shown.fixture = { scene: wall, ideas: others }
    await screen.pass(6_000)
    await page.getByText('2 idées', { exact: true }).waitFor()
    assert.ok(!(await page.content()).includes(hidden.text))
    await screen.close()
  })

  it('keeps order and page while it is frozen, counts what waits, and turns no page', async () => {
    const frozen = { ...wall, frozen: true }
    const screen = await openScreen(browser, site, { scene: wall, ideas: ideas(30, at) })
    const { page, shown } = screen
    await page.getByText('Page 1 sur').waitFor()
    shown.fixture = { scene: frozen, ideas: ideas(30, at) }
    await screen.pass(6_000)
    await page.getByText('Le mur est en pause').waitFor()
    const before = await texts(page)
    const late = [1, 2].map(n => ({
      id: `late${n}`,
      text: `Tard ${n}`,
      axis: 'usager',
      at: at + n,
      supports: exact('supports', 0),
    }))
    shown.fixture = { scene: frozen, ideas: [...ideas(30, at), ...late] }
    await screen.pass(MINUTE)
    await page.getByText('2 idées attendent').waitFor()
    assert.deepEqual(await texts(page), before)
    shown.fixture = { scene: wall, ideas: [...ideas(30, at), ...late] }
    await screen.pass(6_000)
    await page.locator('.wall').getByText('Tard 2').waitFor()
    await screen.close()
  })

  it('turns its pages by itself, and comes round to each idea', async () => {
    const screen = await openScreen(browser, site, { scene: wall, ideas: ideas(11, at) })
    const seen = new Set<string>()
    for (let turn = 0; turn < 12; turn++) {
      for (const text of await texts(screen.page)) seen.add(text)
      await screen.pass(12_000)
    }
    assert.deepEqual([...seen].sort(), [...new Set(ideas(11, at).map(({ text }) => text))].sort())
    await screen.close()
  })

  it('says in words that the time is up', async () => {
    const screen = await openScreen(browser, site, scene('timer-last'))
    await screen.page.getByText('Dernière minute').waitFor()
    await screen.pass(43_000)
    await screen.page.locator('.timer-end', { hasText: 'C’est l’heure' }).waitFor()
    await screen.close()
  })

  it('tells a screen reader what is shown, and no more often than every six seconds', async () => {
    const screen = await openScreen(browser, site, { ...scene('welcome'), present: 1 })
    const { page, shown } = screen
    await page.locator('[role=status]', { hasText: '1 personne est là' }).waitFor({ state: 'attached' })
    await page.evaluate(() => {
      const said: string[] = []
      const region = document.querySelector('[role=status]')
      if (region)
        new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
          subtree: true,
          childList: true,
          characterData: true,
        })
      Object.assign(globalThis, { said })
    })
    for (let present = 2; present < 12; present++) {
      shown.fixture = { ...scene('welcome'), present }
      await screen.pass(3_000)
    }
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
    assert.ok(said.length >= 1 && said.length <= 6, said.join())
    await screen.close()
  })

  it('wears the theme that the system prefers, until another is chosen, which it keeps', async () => {
    const screen = await openScreen(browser, site, scene('pause'), { colorScheme: 'dark' })
    const { page } = screen
    const look = () => page.locator('html').getAttribute('data-look')
    assert.equal(await look(), 'dark')
    await page.keyboard.press('t')
    assert.equal(await look(), 'contrast')
    await page.reload()
    await page.locator('[data-scene=pause]').waitFor()
    assert.equal(await look(), 'contrast')
    await screen.close()
  })

  it('fills the screen by F, and can be led by the keyboard, whose place is seen', async () => {
    const screen = await openScreen(browser, site, scene('pause'))
    const { page } = screen
    await page.keyboard.press('Tab')
    const button = page.getByRole('button', { name: 'Plein écran' })
    assert.equal(await page.locator('.controls').evaluate(box => getComputedStyle(box).opacity), '1')
    assert.notEqual(await button.evaluate(box => getComputedStyle(box).outlineStyle), 'none')
    await page.keyboard.press('f')
    await page.getByRole('button', { name: 'Quitter le plein écran' }).waitFor()
    assert.equal(await page.evaluate(() => document.fullscreenElement !== null), true)
    await screen.close()
  })

  it('moves nothing for who asked for that', async () => {
    for (const motion of ['reduce', 'no-preference'] as const) {
      const screen = await openScreen(browser, site, { scene: wall, ideas: ideas(2, at) }, { motion })
      const fresh = [
        ...ideas(2, at),
        { id: 'n', text: 'Neuve', axis: 'usager', at: at + 1, supports: exact('supports', 0) },
      ]
      screen.shown.fixture = { scene: wall, ideas: fresh }
      await screen.pass(6_000)
      const card = screen.page.locator('.wall .card', { hasText: 'Neuve' })
      await card.waitFor()
      const name = await card.evaluate(box => getComputedStyle(box).animationName)
      assert.equal(name, motion === 'reduce' ? 'none' : 'arrive')
      await screen.close()
    }
  })

  it('writes a night that it was away by its day', async () => {
    const screen = await openScreen(browser, site, scene('pause'), { until: at + 3 * DAY })
    screen.shown.away = true
    await screen.pass(10_000)
    await screen.sleep(DAY)
    await screen.page.getByText('Hors ligne depuis le lundi 17\u00A0mai').waitFor()
    await screen.close()
  })
})
