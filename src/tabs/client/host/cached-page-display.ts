import { DAY, systemClock } from '../../../kernel/time/clock.ts'
import layer from './cached-page.css?inline'
import { beginCachedPage, endCachedPage } from './cached-page.ts'
import type { Host } from './connection.ts'

/** Last rendering of a tab on this device, shown when it is opened again until the page itself is rendered. */
export type CachedPage = {
  /** When it was taken (ms). */
  readonly at: number
  /** Whoever it was shown to, as Teams names them. */
  readonly who: string
  /** How it was drawn: another release, language, theme or width draws otherwise. */
  readonly drawn: string
  /** The attributes of the page's own element, and its inline style. */
  readonly frame: Readonly<Record<string, string>>
  readonly css: string
  /** The rules that no file of the page holds: Fluent's, and those of parts that came later. */
  readonly rules: string
  /** Inline styles are moved to `data-css`. */
  readonly html: string
}

/** Older ones are not shown any more (ms). */
export const LASTING = 7 * DAY

/** Cache keys on this device, of any tab and person. */
export const keysHere = () => Object.keys(localStorage).filter(key => key.startsWith('glimpse:'))

/** Takes from this device what tabs showed. */
export function forgetCachedPages(): void {
  endCachedPage()
  for (const key of keysHere()) localStorage.removeItem(key)
}

/** What `drawn` reads here and now. */
export function drawnHere({ locale, theme }: Pick<Host, 'locale' | 'theme'>): string {
  const page = document.querySelector<HTMLScriptElement>('script[data-page]')?.dataset.page
  return [page, locale, theme, innerWidth].join(' ')
}

/** What was kept, as inert as a picture; the style of each element in the way that the page's policy lets in. */
function layOut({ frame, css, rules, html }: CachedPage, root: HTMLElement): void {
  const holder = document.createElement('div')
  holder.id = 'glimpse'
  holder.inert = true
  holder.innerHTML = html
  const page = document.documentElement
  for (const [name, value] of Object.entries(frame)) page.setAttribute(name, value)
  page.style.cssText = css
  for (const each of holder.querySelectorAll<HTMLElement>('[data-css]'))
    each.style.cssText = each.dataset.css ?? ''
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules + layer)
  document.adoptedStyleSheets.push(sheet)
  root.before(holder)
  const end = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
    holder.remove()
  }
  beginCachedPage({ end, giveWay: () => giveWay(root) })
}

/** Parts of a page that are not there yet. */
const COMING = '[aria-busy=true], .bone, .bone-list'
/** A page shows by then what it can (ms). */
const PATIENCE = 5_000

/** What stands below the window comes there later, and moves nothing above it. */
const isSeen = (part: Element) => scrollY > 0 || part.getBoundingClientRect().top < innerHeight

function giveWay(root: HTMLElement): void {
  const seeing = new MutationObserver(look)
  const timer = setTimeout(end, PATIENCE)
  function end() {
    seeing.disconnect()
    clearTimeout(timer)
    endCachedPage()
  }
  function look() {
    if (![...root.querySelectorAll(COMING)].some(isSeen)) end()
  }
  seeing.observe(root, { subtree: true, childList: true, attributeFilter: ['aria-busy'] })
  look()
}

/** Resolves after the next paint; never in a hidden window. */
function painted(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise(resolve => {
    port1.onmessage = () => resolve()
    requestAnimationFrame(() => port2.postMessage(''))
  })
}

/** Shows what was `kept` to whom it was shown before, while the page, which is empty yet, comes. Settles once it is painted. */
export async function showCachedPage(kept: string, host: Host): Promise<void> {
  const page: CachedPage = JSON.parse(kept)
  if (host.who === '' || page.who !== host.who) return forgetCachedPages()
  const root = document.getElementById('root')
  if (!root || root.querySelector('.page:not([aria-busy=true])')) return
  if (page.drawn !== drawnHere(host) || systemClock.now() - page.at >= LASTING) return
  layOut(page, root)
  await painted()
}
