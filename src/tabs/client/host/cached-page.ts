import { isStart } from '../data/sources/last-start.ts'

/** One per tab, and per Direction of a channel's tab. */
export const keyHere = () => `glimpse:${location.pathname}${location.search}`

/** The tab as it begins, no page or filter of it. */
export const isAtStart = () => isStart(location.hash)

/** What is kept of this tab, as text, if it begins as it did. A browser that keeps nothing has none. */
export function keptHere(): string | undefined {
  try {
    return (isAtStart() && localStorage.getItem(keyHere())) || undefined
  } catch {
    return undefined
  }
}

const named = new Set<string | null>()

/** Notes which style sheets the page itself names: those are there at its next opening too. */
export function noteSheets(): void {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) named.add(href)
}

export const isNamed = ({ href }: CSSStyleSheet) => named.has(href)

/** The cached rendering shown in place of the page. */
type ShownCachedPage = {
  readonly end: () => void
  /** Removes it once the page has rendered its first content. */
  readonly giveWay: () => void
}

let shown: ShownCachedPage | undefined

export const cachedPageShown = () => shown

export function beginCachedPage(page: ShownCachedPage): void {
  shown = page
}

/** The page takes its place. */
export function endCachedPage(): void {
  shown?.end()
  shown = undefined
}
