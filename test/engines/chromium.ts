import { launch } from '../e2e/window.ts'
import { type Engine, KEYS } from './engine.ts'

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(KEYS).map(([name, key]) => [key, name]))

/** The engine that all other tests run in: what it shows is what the others are held against. */
export async function startChromium(): Promise<Engine> {
  const browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'fr-FR' })
  return {
    name: `Chromium ${browser.version()}`,
    open: async url => void (await page.goto(url)),
    value: expression => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    type: async keys => {
      for (const key of keys) {
        const name = NAMES.get(key)
        await (name === undefined ? page.keyboard.type(key) : page.keyboard.press(name))
      }
    },
    print: async () => (await page.pdf()).toString('base64'),
    close: () => browser.close(),
  }
}
