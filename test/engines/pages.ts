import { type Scene, VIEWERS } from '../e2e/screens/scene.ts'
import type { Screen } from '../e2e/screens/screen.ts'
import { SCREENS } from '../e2e/screens/screens.ts'
import { READY } from '../e2e/window.ts'
import { MAELLE } from '../support/sign-in/cast.ts'
import { isOfPage } from './headings.ts'
import type { PageWindow } from './page-window.ts'

/** px; of the frame that Teams gives a tab, since two of the engines cannot make their window that narrow. */
const WIDTHS = { wide: 1280, narrow: 360 } as const

/** What was seen of a page. */
export type Look = {
  /** Its name and width. */
  readonly page: string
  readonly headings: readonly string[]
  /** Pixels that it is wider than its window. */
  readonly wider: number
  /** Errors that nobody caught, and breaches of its content policy. */
  readonly faults: readonly string[]
}

/** Those of the tabs that a link leads to: what is pressed to reach the others is played in acts.ts. */
const LINKED = SCREENS.filter(({ open }) => open === undefined)

/** Without Teams: a room's screen by its short address, and what an address says that leads nowhere. */
const SHORT = [
  ['room-screen-pairing', '/tabs/room', '.pairing-code'],
  ['room-address-unknown', '/s/none', 'h1'],
  ['link-unknown', '/l/x/none', 'h1'],
] as const

const addressOf = (front: string, path: string) =>
  `${front}/engines/frame?${new URLSearchParams({ at: path })}`

/** Where the host shows a tab. */
export function hostAddress(front: string, scene: Scene, { tab, who, wanted }: Screen): string {
  const { objectId, locale } = VIEWERS[who]
  const query = new URLSearchParams({ tab, persona: objectId, user: objectId, locale: locale.toLowerCase() })
  if (wanted) query.set('sub', wanted(scene))
  if (tab === 'direction') query.set('direction', 'mobilites')
  return `${front}/demo/host?${query}`
}

type Place = { readonly name: string; readonly url: string; readonly ready: string }
/** What another engine saw, by page. */
type Known = ReadonlyMap<string, readonly string[]>

/** How the page looks now that it stands `width` wide. */
async function lookAt(window: PageWindow, page: string, ready: string, known: Known): Promise<Look> {
  try {
    await window.until(`isStill(${JSON.stringify(ready)})`, page)
    // What another engine showed may come a moment later here; what never comes is said in findings.ts.
    const wanted = JSON.stringify(known.get(page)?.filter(isOfPage) ?? [])
    await window.until(`hasAll(${wanted})`, page, 3_000).catch(() => undefined)
    const [headings, wider, faults] = await window.ask<[string[], number, string[]]>('look()')
    return { page, headings, wider, faults }
  } catch (error) {
    const faults = await window.ask<string[]>('faults()').catch(() => [])
    return { page, headings: [], wider: 0, faults: [String(error), ...faults] }
  }
}

/** Opens a page wide, and makes it narrow where it stands. */
async function lookTwice(
  window: PageWindow,
  { name, url, ready }: Place,
  known: Known,
): Promise<readonly Look[]> {
  await window.open(url)
  const wide = await lookAt(window, `${name} ${WIDTHS.wide}`, ready, known)
  await window.narrow(WIDTHS.narrow)
  return [wide, await lookAt(window, `${name} ${WIDTHS.narrow}`, ready, known)]
}

const placesOn = (front: string, scene: Scene): readonly Place[] => [
  ...LINKED.map(screen => ({
    name: screen.name,
    url: hostAddress(front, scene, screen),
    ready: screen.ready ?? READY[screen.tab],
  })),
  ...SHORT.map(([name, path, ready]) => ({ name, url: addressOf(front, path), ready })),
]

/** Ties the window, as a room's screen, to the workshop that is on: it then shows what the room does. */
async function pair(window: PageWindow, front: string, { site, workshop }: Scene): Promise<void> {
  await window.open(addressOf(front, '/tabs/room'))
  await window.until("isStill('.pairing-code')", 'the code of a room’s screen')
  const code = await window.ask<string>("text('.pairing-code')")
  await site.api(MAELLE).post(`/workshops/${workshop}/remote/pair`, { code })
  await window.until("isStill('[data-scene]')", 'the scene of the room')
}

/** Opens every page that a link leads to, wide and narrow. `known`: what another engine saw of them. */
export async function lookAtAll(
  window: PageWindow,
  front: string,
  scene: Scene,
  known: readonly Look[],
): Promise<readonly Look[]> {
  const headings = new Map(known.map(look => [look.page, look.headings]))
  const looks: Look[] = []
  for (const place of placesOn(front, scene)) looks.push(...(await lookTwice(window, place, headings)))
  await pair(window, front, scene)
  const screen = { name: 'room-screen', url: addressOf(front, '/tabs/room'), ready: '[data-scene]' }
  return [...looks, ...(await lookTwice(window, screen, headings))]
}
