import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { SCENES } from '../room/fixtures.ts'
import { openScreen } from '../room/screen.ts'
import { openSite, seat } from '../site.ts'

const LOOKS = ['light', 'dark', 'contrast'] as const
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const

/** Pictures side by side, each 320 px wide. */
async function sheet(browser: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 4 * 328, height: 800 } })
  const images = pictures.map(
    picture => `<img width="320" src="data:image/png;base64,${picture.toString('base64')}">`,
  )
  await page.setContent(
    `<body style="margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#888">${images.join('')}`,
  )
  const drawn = await page.screenshot({ fullPage: true })
  await page.close()
  return drawn
}

type Wanted = { readonly language: WholeLanguage; readonly only: string }

/** Every scene of the room's screen as a file in `folder`, and a sheet of them all for each theme and size. */
export async function shootRoom(browser: Browser, folder: string, { language, only }: Wanted): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const site = await openSite()
  await seat(site, MAELLE)
  const scenes = Object.entries(SCENES).filter(([name]) => name.startsWith(only))
  for (const look of LOOKS)
    for (const size of SIZES) {
      const pictures: Buffer[] = []
      for (const [name, make] of scenes) {
        const screen = await openScreen(browser, site, make(site.clock.now()), { language, look, ...size })
        await screen.settle()
        const path = join(folder, `room-${name}-${size.width}-${look}-${language}.png`)
        pictures.push(await screen.page.screenshot({ path }))
        await screen.close()
      }
      const path = join(folder, `room-sheet-${size.width}-${look}-${language}.png`)
      writeFileSync(path, await sheet(browser, pictures))
    }
  await site.close()
}
