import type { Page } from 'playwright-core'

/** What stands in the window only for whoever does not see it, or is drawn to be measured. */
const UNSEEN = '.unseen, svg, .wall-bench, .controls'

/** What of a scene cannot be read: beyond the window, cut by its box, or under another thing. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(unseen => {
    const found: string[] = []
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth || scrollHeight > innerHeight)
      found.push(`scrolls: ${scrollWidth}×${scrollHeight}`)
    for (const box of document.querySelectorAll<HTMLElement>('.room *')) {
      if (box.closest(unseen)) continue
      const { top, right, bottom } = box.getBoundingClientRect()
      const named = `${box.localName}.${box.className}`
      if (top < -1 || bottom > innerHeight + 1 || right > innerWidth + 1)
        found.push(`${named} is beyond the window`)
      const hides = getComputedStyle(box).overflow === 'hidden'
      if (hides && (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1))
        found.push(`${named} is cut`)
    }
    return found
  }, UNSEEN)
}

/** Texts whose letters are lower than `least` px where the picture is shrunk to a width of 320 px. */
export function tooSmall(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate(
    ([unseen, low]) => {
      const boxes = [...document.querySelectorAll<HTMLElement>('.room *')].filter(box => !box.closest(unseen))
      const said = boxes.filter(({ childNodes }) =>
        [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim()),
      )
      return said.flatMap(box => {
        const size = (Number.parseFloat(getComputedStyle(box).fontSize) / innerWidth) * 320
        return size < low ? [`${size.toFixed(1)} px: ${box.textContent?.slice(0, 30)}`] : []
      })
    },
    [UNSEEN, least] as const,
  )
}
