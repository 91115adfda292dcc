import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { ODILE } from '../directions.ts'
import type { Site } from '../site.ts'
import { openTab } from '../window.ts'
import { wear } from './check.ts'
import { openSizes, SIZES } from './directions-scene.ts'
import { shoot } from './picture.ts'
import { still, THEMES } from './walk.ts'

async function shootOne(browser: Browser, site: Site, direction: string, path: string): Promise<void> {
  for (const width of [1280, 360] as const) {
    const window = await openTab(browser, site, ODILE, {
      tab: 'direction',
      direction,
      width,
      from: site.clock.now(),
    })
    await window.ready()
    await still(window)
    for (const theme of THEMES) {
      await window.page.setViewportSize({ width, height: 900 })
      await wear(window, theme)
      await shoot(window, `${path}-${width}-${theme}.png`)
    }
    await window.close()
  }
}

/** The tab of a Direction of each size, as whoever is in charge sees it, in every language, theme and width. */
export async function shootSizes(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const language of ['fr', 'en'] as const) {
    const site = await openSizes(language)
    for (const [size, direction] of Object.entries(SIZES))
      await shootOne(browser, site, direction, join(folder, `direction-${size}-${language}`))
    await site.close()
  }
}
