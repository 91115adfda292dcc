import { mkdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { SECOND } from '../../src/kernel/time/clock.ts'

const SIZE = { width: 1280, height: 720 }

/** The projector's browser: the real page, paired by the code that it shows. */
export async function openScreen(browser: Browser, origin: string, folder: string) {
  mkdirSync(folder, { recursive: true })
  const context = await browser.newContext({ viewport: SIZE, locale: 'fr-FR' })
  const page: Page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(`${origin}/salle`)
  return {
    complaints,
    /** The six letters of the pairing that the page shows. */
    async code(): Promise<string> {
      const shown = page.locator('.pairing-code')
      await shown.waitFor()
      return ((await shown.textContent()) ?? '').replaceAll(/\s/g, '')
    },
    /** Cuts the browser off, or connects it again. */
    cut: (off: boolean) => context.setOffline(off),
    /** A picture, once what was told has been drawn. */
    async picture(name: string): Promise<void> {
      await setTimeout(3 * SECOND)
      await page.screenshot({ path: `${folder}/${name}.png` })
    },
    close: () => context.close(),
  }
}

export type Screen = Awaited<ReturnType<typeof openScreen>>
