import { systemClock } from '../../../kernel/time/clock.ts'
import { isErased, onErased } from '../data/api/page-owner.ts'
import { cachedPageShown, isAtStart, isNamed, keyHere } from './cached-page.ts'
import { type CachedPage, drawnHere, forgetCachedPages, keysHere, LASTING } from './cached-page-display.ts'
import type { Host } from './connection.ts'
import { written } from './style-renderer.ts'

/** How much of the page is saved, in window heights. */
const WINDOWS = 2
/** Characters: a browser keeps some five million for all that one origin has. */
const MOST = 300_000
/** Signs of an incomplete or failed page, which is not saved. */
const UNSOUND = '[aria-busy=true], .bone, .bone-list, [role=alert], .trouble'

/** What is not for any device, such as a vote, which stays where it was counted, and what was said of an act: an empty line. */
const UNKEPT = '[data-unkept], [role=status]'

const textOf = ({ cssRules }: CSSStyleSheet) => Array.from(cssRules, ({ cssText }) => cssText)

/** What the page's own files do not hold, each rule as it was written. */
function rules(): string {
  const scratch = new CSSStyleSheet()
  const exact = new Map<string, string>()
  for (const rule of written) {
    scratch.replaceSync(rule)
    exact.set(textOf(scratch).join(''), rule)
  }
  const rulesOf = (sheet: CSSStyleSheet) => {
    const text = textOf(sheet).map(rule => exact.get(rule) ?? rule)
    return [
      sheet.media.mediaText && `@media ${sheet.media.mediaText} {`,
      ...text,
      sheet.media.mediaText && '}',
    ]
  }
  return [...document.styleSheets]
    .filter(sheet => !isNamed(sheet))
    .flatMap(rulesOf)
    .join('\n')
}

/** Copies properties that are no attributes. Typed text is private, and not copied. */
function settle(from: Element, to: Element): void {
  if (from instanceof HTMLElement || from instanceof SVGElement) {
    if (from.style.cssText !== '') to.setAttribute('data-css', from.style.cssText)
    to.removeAttribute('style')
  }
  if (from instanceof HTMLOptionElement) to.toggleAttribute('selected', from.selected)
  if (from instanceof HTMLInputElement) to.removeAttribute('value')
}

/** A copy of what begins above `depth` (px). Two things of one name would confuse who looks for one: only drawings keep theirs. */
function copied(from: Element, depth: number): Node {
  const to = from.cloneNode() as Element
  settle(from, to)
  if (!(from instanceof SVGElement)) to.removeAttribute('id')
  if (from instanceof HTMLTextAreaElement) return to
  if (from.matches(UNKEPT)) {
    to.append('\u00A0')
    return to
  }
  for (const child of from.childNodes) {
    if (!(child instanceof Element)) to.append(child.cloneNode())
    else if (child instanceof SVGElement || child.getBoundingClientRect().top < depth)
      to.append(copied(child, depth))
  }
  return to
}

function taken(page: Element, host: Host): CachedPage {
  const { lang, dataset, style } = document.documentElement
  const { look = '', theme = '' } = dataset
  const depth = WINDOWS * innerHeight - scrollY
  return {
    at: systemClock.now(),
    who: host.who,
    drawn: drawnHere({ locale: host.locale, theme }),
    frame: { lang, 'data-look': look, 'data-theme': theme },
    css: style.cssText,
    rules: rules(),
    html: (copied(page, depth) as Element).outerHTML,
  }
}

/** Keeps what the page shows, where it is as it began, sound and with nothing open over it. */
function keep(host: Host): void {
  if (cachedPageShown() || isErased() || !isAtStart()) return
  const page = document.querySelector('#root > *')
  // No dialog or menu is open.
  const sound = page && !page.querySelector(UNSOUND) && !document.querySelector('body > [data-portal-node]')
  if (!sound) return
  const text = JSON.stringify(taken(page, host))
  if (text.length > MOST) localStorage.removeItem(keyHere())
  else localStorage.setItem(keyHere(), text)
}

/** What a tab that is no longer opened left here. */
function clear(): void {
  for (const key of keysHere()) {
    const { at }: CachedPage = JSON.parse(localStorage.getItem(key) ?? '')
    if (systemClock.now() - at >= LASTING) localStorage.removeItem(key)
  }
}

/** A browser that keeps nothing for a page within another opens tabs as it did the first time. */
function trying(act: () => void): void {
  try {
    act()
  } catch {}
}

/** Keeps what the tab shows by now, and when the person leaves it, for its next opening here. */
export function keepCachedPages(host: Host): void {
  const forget = () => trying(forgetCachedPages)
  if (isErased()) forget()
  onErased(forget)
  if (host.who === '' || location.pathname.endsWith('/config')) return
  trying(clear)
  trying(() => keep(host))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') trying(() => keep(host))
  })
}
