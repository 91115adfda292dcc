import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { CAMILLE } from '../support/sign-in/cast.ts'
import { openUsual, type Scene } from './screens/scene.ts'
import { SCREENS } from './screens/screens.ts'
import { begin, still } from './screens/walk.ts'
import { launch, openTab } from './window.ts'

const THUMB = 44
const LOOK = { theme: 'default', width: 360, language: 'fr' } as const

/** A tablet's and a touch PC's widths. */
const WIDE = [640, 768, 820, 1024, 1280] as const

describe('what is pressed, under a finger', function () {
  this.timeout(60_000)
  let browser: Browser
  let scene: Scene
  before(async () => {
    browser = await launch()
    scene = await openUsual()
  })
  after(async () => {
    await browser.close()
    await scene.site.close()
  })

  for (const name of ['personal', 'direction', 'gallery', 'organiser', 'workshop-new'])
    it(`is ${THUMB} px at least on ${name}`, async () => {
      const screen = SCREENS.find(each => each.name === name)
      assert.ok(screen)
      const window = await begin(browser, scene, screen, { ...LOOK, touch: true })
      await window.ready()
      await still(window)
      const small = await window.tab.locator('html').evaluate((html, least) => {
        const pressed = html.querySelectorAll<HTMLElement>(
          '.fui-Button, .fui-Input, .fui-Checkbox, .fui-Radio, select, .axis-shared, .initiative-head a',
        )
        const seen = [...pressed].filter(each => each.offsetParent !== null)
        return seen.flatMap(each => {
          const { width, height } = each.getBoundingClientRect()
          const around = Number.parseFloat(getComputedStyle(each, '::after').height) || 0
          const tall = each.matches('a, .axis-shared') ? Math.max(height, around) : height
          return tall < least - 0.5 || width < least - 0.5
            ? [`${Math.round(width)} × ${Math.round(tall)}: ${each.textContent?.trim().slice(0, 40)}`]
            : []
        })
      }, THUMB)
      assert.deepEqual(small, [])
      assert.equal(await window.overflow(), 0)
      await window.close()
    })

  for (const width of WIDE)
    it(`is a word beside another, and no column of letters, at ${width} px`, async () => {
      const { site } = scene
      const window = await openTab(browser, site, CAMILLE, { width, touch: true, from: site.clock.now() })
      await window.ready()
      await still(window)
      const tall = await window.tab.locator('html').evaluate(html =>
        [...html.querySelectorAll<HTMLElement>('.fui-Button')].flatMap(each => {
          const { width: wide, height } = each.getBoundingClientRect()
          return height > 64 ? [`${Math.round(wide)} × ${Math.round(height)}: ${each.textContent}`] : []
        }),
      )
      assert.deepEqual(tall, [])
      assert.notEqual(await window.tab.locator('.axis-empty .axis-add').count(), 0)
      await window.close()
    })
})
