import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { openUsual, type Scene } from './screens/scene.ts'
import { SCREENS } from './screens/screens.ts'
import { begin, still } from './screens/walk.ts'
import { launch } from './window.ts'

const THUMB = 44
const LOOK = { theme: 'default', width: 360, language: 'fr' } as const

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
})
