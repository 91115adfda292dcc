// Draws the icons of appPackage/ from their sources: `npm run icons`.
import { readFileSync } from 'node:fs'
import { launch } from '../e2e/window.ts'

const folder = new URL('../../appPackage/', import.meta.url)
/** Each PNG by its source, with the pixels of its sides. */
const ICONS = [
  ['color', 192],
  ['color32x32', 32],
  ['outline', 32],
] as const

const browser = await launch()
const page = await browser.newPage()
for (const [name, side] of ICONS) {
  const svg = readFileSync(new URL(`icons/${name}.svg`, folder), 'utf8')
  await page.setViewportSize({ width: side, height: side })
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
  await page.screenshot({ path: new URL(`${name}.png`, folder).pathname, omitBackground: true })
}
await browser.close()
