import type { Tab } from '../window.ts'

/**
 * Doubles every text of the page, and spaces it as WCAG 1.4.12 asks, without zooming: what a person does who enlarges
 * text alone. @returns what is cut off then, by its class and its words; and how much wider than its window the page is.
 */
export async function lostInLargeText({ tab }: Tab): Promise<readonly string[]> {
  return tab.locator('html').evaluate(async html => {
    const shown = [...html.querySelectorAll<HTMLElement>('body *')].filter(each => each.offsetParent !== null)
    const sizes = shown.map(each => {
      const { fontSize, lineHeight } = getComputedStyle(each)
      return { each, size: Number.parseFloat(fontSize), line: Number.parseFloat(lineHeight) }
    })
    for (const { each, size, line } of sizes) {
      each.style.fontSize = `${2 * size}px`
      each.style.lineHeight = Number.isNaN(line) ? '1.5' : `${Math.max(2 * line, 3 * size)}px`
      each.style.letterSpacing = '0.12em'
      each.style.wordSpacing = '0.16em'
    }
    // What stands over the page, as a menu, takes its place anew some drawings later.
    for (let drawn = 0; drawn < 20 && (drawn < 2 || html.scrollWidth > html.clientWidth); drawn++)
      await new Promise(requestAnimationFrame)
    // No function with a name: what compiles this would call a helper of its own that the page has not.
    const hiding = ['hidden', 'clip']
    const cut = shown.filter(each => {
      const { overflowX, overflowY, clipPath, position, webkitLineClamp } = getComputedStyle(each)
      const unseen = each.clientWidth <= 1 || (position === 'absolute' && clipPath !== 'none')
      // Two lines of what the thing's own page says in full.
      const begun = webkitLineClamp !== 'none'
      if (unseen || begun || !each.textContent?.trim() || each.closest('svg, [aria-hidden=true]'))
        return false
      const wide = hiding.includes(overflowX) && each.scrollWidth > each.clientWidth + 1
      const tall = hiding.includes(overflowY) && each.scrollHeight > each.clientHeight + 1
      return wide || tall
    })
    const words = cut.map(
      each => `${each.localName}.${each.className}: ${each.textContent?.trim().slice(0, 60)}`,
    )
    for (const part of html.querySelectorAll('.fui-DialogSurface, .dialog-content')) {
      const { top, bottom, height } = part.getBoundingClientRect()
      // Nothing scrolls to what stands above or below the window; and of what scrolls, some lines must be seen.
      if (part.matches('.fui-DialogSurface') && (top < 0 || bottom > html.clientHeight + 1))
        words.push(`a dialog from ${Math.round(top)} to ${Math.round(bottom)} px of ${html.clientHeight}`)
      if (part.matches('.dialog-content') && height < 100 && part.scrollHeight > height + 1)
        words.push(`${Math.round(height)} px to read ${part.scrollHeight} px of a dialog`)
    }
    const wider = html.scrollWidth - html.clientWidth
    return wider > 0 ? [...words, `${wider} px wider than its window`] : words
  })
}
