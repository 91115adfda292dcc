import { DAY, systemClock } from '../../../kernel/clock.ts'

/** What a tab showed last on this device: laid out at once when it is opened again, until the page itself stands. */
export type Glimpse = {
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
  /** Each inline style stands in `data-css`. */
  readonly html: string
}

/** Older ones are not shown any more (ms). */
export const LASTING = 7 * DAY
export const PREFIX = 'glimpse:'

/** One per tab, and per Direction of a channel's tab. */
export const keyHere = () => PREFIX + location.pathname + location.search

/** What `drawn` reads here and now. `host`: Teams' word on the language and the theme. */
export function drawnHere({ locale, theme }: { readonly locale: string; readonly theme: string }): string {
  const page = document.querySelector<HTMLScriptElement>('script[data-page]')?.dataset.page
  return [page, locale, theme, innerWidth].join(' ')
}

/** The tab as it begins, no page or filter of it. */
export const isAtStart = () => /^(#\/?)?$/.test(location.hash)

/** What is kept of this tab, if it can still be shown. A browser that keeps nothing has none. */
export function readGlimpse(): Glimpse | undefined {
  if (!isAtStart() || !('adoptedStyleSheets' in document)) return undefined
  try {
    const glimpse: Glimpse = JSON.parse(localStorage.getItem(keyHere()) ?? '')
    return systemClock.now() - glimpse.at < LASTING ? glimpse : undefined
  } catch {
    return undefined
  }
}

/** Takes from this device what tabs showed, whoever to. */
export function forgetGlimpses(): void {
  endGlimpse()
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  } catch {}
}

const named = new Set<string | null>()

/** Notes which style sheets the page itself names: those are there at its next opening too. */
export function noteSheets(): void {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) named.add(href)
}

export const isNamed = ({ href }: CSSStyleSheet) => named.has(href)

let shown: { readonly holder: HTMLElement; readonly sheet: CSSStyleSheet } | undefined

/** Whether a glimpse stands in the page's place. */
export const isGlimpsed = () => shown !== undefined

/** What was kept, as inert as a picture; the style of each element in the way that the page's policy lets in. */
function layOut({ frame, css, rules, html }: Glimpse, root: HTMLElement): void {
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
  sheet.replaceSync(rules)
  document.adoptedStyleSheets.push(sheet)
  root.before(holder)
  shown = { holder, sheet }
}

/** Settles once what has been laid out by now is painted; never in a window that nobody sees. */
function painted(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise(resolve => {
    port1.onmessage = () => resolve()
    requestAnimationFrame(() => port2.postMessage(''))
  })
}

/** Shows it to whom it was shown before, while the page, which is empty yet, comes. Settles once it is painted. */
export async function showGlimpse(glimpse: Glimpse, who: string, drawn: string): Promise<void> {
  if (who === '' || glimpse.who !== who) return forgetGlimpses()
  const root = document.getElementById('root')
  if (glimpse.drawn !== drawn || !root || root.querySelector('.page:not([aria-busy=true])')) return
  layOut(glimpse, root)
  await painted()
}

/** The page takes its place. */
export function endGlimpse(): void {
  if (!shown) return
  const { holder, sheet } = shown
  shown = undefined
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
  holder.remove()
}
