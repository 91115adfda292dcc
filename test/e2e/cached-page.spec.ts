import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { DAY } from '../../src/kernel/time/clock.ts'
import type { BallotView } from '../../src/tabs/contract/ballots/ballots.ts'
import { KARIM, MAELLE } from '../support/sign-in/cast.ts'
import { keeping, kept } from './cached-pages.ts'
import { BASILE, ODILE, openDirections } from './directions.ts'
import { announce, ask, type Site } from './site.ts'
import { launch, openTab, type Tab } from './window.ts'

/** Keeps the server's answers back until what is returned is called: the glimpse stands until then. */
async function hold(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/api/v1/**', async route => {
    await promise
    await route.fallback()
  })
  return resolve
}

/** Where each thing that can be seen of the first screen stands. */
function places({ tab }: Tab, root: string): Promise<string[]> {
  return tab.locator(root).evaluate(element =>
    [...element.querySelectorAll('h1, h2, h3, button, a, li, p, img, svg, select, .card')]
      .map(each => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.top < innerHeight)
      .map(({ each, box }) =>
        [each.localName, ...[box.x, box.y, box.width, box.height].map(Math.round)].join(' '),
      ),
  )
}

describe('what a tab showed last', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    // They take room, as on most desktops: what moves by them is seen.
    browser = await launch({ scrollBars: true })
    site = await openDirections()
    await announce(site, { title: '<img src="x" onerror="top.name += 1"> Soigner les arrivées' })
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  for (const [tab, person] of [
    ['personal', KARIM],
    ['direction', ODILE],
    ['gallery', BASILE],
    ['organiser', MAELLE],
  ] as const)
    for (const [theme, width] of [
      ['default', 1280],
      ['dark', 360],
    ] as const)
      it(`stands at once in the ${tab} tab, in ${theme} at ${width}, and gives way without moving anything`, async () => {
        const window = await openTab(browser, site, person, { tab, theme, width })
        try {
          await window.ready()
          await keeping(window)
          for (const { rules } of Object.values(await kept(window)))
            assert.deepEqual(rules.match(/[{;] (?!--)[a-z-]+: ;.*/g) ?? [], [])
          const go = await hold(window.page)
          await window.page.reload()
          const glimpse = window.tab.locator('#glimpse')
          await glimpse.locator('h1').first().waitFor()
          assert.equal(await glimpse.evaluate(({ inert }: HTMLElement) => inert), true)
          assert.equal(await window.tab.locator('html').getAttribute('data-theme'), theme)
          assert.equal(await glimpse.locator('img').count(), 0)
          const before = await places(window, '#glimpse')
          const background = () =>
            window.tab
              .locator('.fui-FluentProvider')
              .first()
              .evaluate(each => getComputedStyle(each).background)
          const painted = await background()
          await window.tab.locator('#root [role=status]').waitFor({ state: 'attached' })
          go()
          await window.ready()
          assert.ok(before.length > 5, before.join('\n'))
          assert.deepEqual(await places(window, '#root'), before)
          assert.equal(await background(), painted)
          assert.deepEqual(window.complaints, [])
        } finally {
          await window.close()
        }
      })

  /** Opens the tab again, held where the glimpse would stand, once `change` was made in the page that stands. */
  async function again(window: Tab, change: () => Promise<unknown>): Promise<void> {
    await window.ready()
    await keeping(window)
    await change()
    await hold(window.page)
    await window.page.reload()
    await window.tab.locator('#root [role=status]').waitFor({ state: 'attached' })
  }

  it('gives way to a page that no frame shows in another theme', async () => {
    const window = await openTab(browser, site, KARIM, { theme: 'dark', width: 1280 })
    try {
      await window.ready()
      await keeping(window)
      await window.page.addInitScript(() => {
        const seen = new Set<string>()
        Reflect.set(globalThis, 'seen', seen)
        const look = new MutationObserver(() => {
          const page = document.querySelector('#root > .fui-FluentProvider')
          if (page) seen.add(getComputedStyle(page).backgroundColor)
        })
        look.observe(document, { subtree: true, childList: true, attributes: true })
      })
      const go = await hold(window.page)
      await window.page.reload()
      await window.tab.locator('#root [role=status]').waitFor({ state: 'attached' })
      go()
      await window.ready()
      const seen = await window.tab.locator('html').evaluate(() => [...Reflect.get(globalThis, 'seen')])
      assert.deepEqual(seen, ['rgb(31, 31, 31)'])
    } finally {
      await window.close()
    }
  })

  it('gives way while a chart below the first screen is still to come', async () => {
    const window = await openTab(browser, site, ODILE, { tab: 'direction', width: 360 })
    try {
      await window.ready()
      await keeping(window)
      const go = await hold(window.page)
      await window.page.reload()
      await window.tab.locator('#glimpse h1').first().waitFor()
      const left = window.tab.locator('html').evaluate(async () => {
        while (document.getElementById('glimpse')) await new Promise(requestAnimationFrame)
        const chart = document.querySelector('#root .bone-panel')
        return chart !== null && chart.getBoundingClientRect().top > innerHeight
      })
      go()
      assert.equal(await left, true)
      await window.ready()
    } finally {
      await window.close()
    }
  })

  it('is shown to nobody else, and does not outlive that', async () => {
    const window = await openTab(browser, site, KARIM, { width: 360 })
    try {
      await window.ready()
      await keeping(window)
      await hold(window.page)
      await window.page.goto(window.page.url().replace(KARIM.objectId, MAELLE.objectId))
      await window.tab.locator('#root [role=status]').waitFor({ state: 'attached' })
      assert.equal(await window.tab.locator('#glimpse').count(), 0)
      assert.deepEqual(await kept(window), {})
    } finally {
      await window.close()
    }
  })

  it('is not shown after a week', async () => {
    const window = await openTab(browser, site, KARIM, { width: 360 })
    try {
      await again(window, () =>
        window.page.addInitScript(`Date.now = (now => () => now() + ${7 * DAY})(Date.now)`),
      )
      assert.equal(await window.tab.locator('#glimpse').count(), 0)
    } finally {
      await window.close()
    }
  })

  it('is not shown to whoever follows a link', async () => {
    const window = await openTab(browser, site, KARIM, { width: 360 })
    try {
      await window.ready()
      await keeping(window)
      await hold(window.page)
      await window.page.goto(`${window.page.url()}&sub=ideas`)
      await window.tab.locator('#root [role=status]').waitFor({ state: 'attached' })
      assert.equal(await window.tab.locator('#glimpse').count(), 0)
    } finally {
      await window.close()
    }
  })

  it('holds no vote', async () => {
    await ask(site, 'Quel jour sans réunion ?', '2027-05-20', ['Le lundi', 'Le jeudi des terres'])
    const { items } = await site.api(KARIM).get<{ items: BallotView[] }>('/ballots')
    const [ballot] = items
    await site.api(KARIM).put(`/ballots/${ballot?.id}/vote`, { option: ballot?.options[1]?.id })
    const window = await openTab(browser, site, KARIM, { unfolded: true })
    try {
      await window.tab.getByText('Le jeudi des terres').waitFor()
      await keeping(window)
      const [held] = Object.values(await kept(window))
      assert.match(held?.html ?? '', /Quel jour sans réunion/)
      assert.doesNotMatch(held?.html ?? '', /jeudi des terres/)
    } finally {
      await window.close()
    }
  })

  it('holds nothing that was looked for', async () => {
    const window = await openTab(browser, site, BASILE, { tab: 'gallery' })
    try {
      await window.ready()
      await keeping(window)
      await window.tab.locator('input').first().fill('Bornes de recharge')
      await window.tab.locator('html').evaluate(async () => {
        while (!location.hash.includes('Bornes')) await new Promise(requestAnimationFrame)
        Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
        document.dispatchEvent(new Event('visibilitychange'))
      })
      const [held, ...more] = Object.values(await kept(window))
      assert.ok(held && more.length === 0)
      assert.doesNotMatch(held.html, /Bornes de recharge/)
    } finally {
      await window.close()
    }
  })
})
