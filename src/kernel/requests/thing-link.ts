import type { TabLink, TabPlace } from './tab-link.ts'

/**
 * An address of our own for one thing: `PUBLIC_URL/l/<letter>/<id>`. Pasted into Teams it becomes a card, which only an
 * address of a domain that is ours can; opened, it leads to Teams' deep link.
 *
 * The letter and the thing's own id rather than a token of its own: it needs no table and no secret, so that it is the
 * same on every instance and for ever, and is put together by a page without asking. The id is 80 random bits: it holds no
 * word, is not to be guessed, and says neither when nor by whom. The letter says the kind, the one thing that somebody
 * without the app is told: nothing has to be looked up for them. In capitals it is the same address, for a QR code in few
 * squares.
 */
export type LinkedThing = { readonly kind: LinkedKind; readonly id: string }

/** What a link of its own leads to: what the search of the message extension finds. */
export const LINKED_KINDS = ['idea', 'ballot', 'workshop', 'initiative'] as const
export type LinkedKind = (typeof LINKED_KINDS)[number]

/** For ever: addresses stand in messages, mails and on paper. */
const LETTERS: Readonly<Record<LinkedKind, string>> = {
  idea: 'i',
  ballot: 'b',
  workshop: 'w',
  initiative: 'g',
}
/** An initiative has the id of its idea. */
const PLACES: Readonly<Record<LinkedKind, (id: string) => TabPlace>> = {
  idea: id => ({ tab: 'personal', wanted: `idea:${id}` }),
  ballot: id => ({ tab: 'personal', wanted: `ballot:${id}` }),
  workshop: id => ({ tab: 'personal', wanted: `workshop:${id}` }),
  initiative: id => ({ tab: 'gallery', wanted: id }),
}

const PATH = /^\/l\/([^/]+)\/([^/]+)$/
const LINKED_ID = /^[\da-z-]{1,64}$/
/** Characters of an address that is read at all. */
const LONGEST = 2_048

/** The address. `origin`: of this server, without a slash at its end. */
export function thingAddress(origin: string, { kind, id }: LinkedThing): string {
  return `${origin}/l/${LETTERS[kind]}/${id}`
}

type Scanned = { readonly origin: string; readonly tabLink: TabLink }

/**
 * The same for a QR code: all in capitals, which it holds in fewer squares. Teams' deep link where this server has no
 * origin.
 */
export function scannedAddress({ origin, tabLink }: Scanned, thing: LinkedThing): string {
  return origin === '' ? placeLink(tabLink, thing) : thingAddress(origin, thing).toUpperCase()
}

function placeLink(tabLink: TabLink, { kind, id }: LinkedThing): string {
  const { tab, wanted } = PLACES[kind](id)
  return tabLink(tab, wanted)
}

/** What the two parts of such an address name, in small letters or capitals; undefined for what cannot be any. */
export function thingNamed(letter: string, id: string): LinkedThing | undefined {
  const named = { letter: letter.toLowerCase(), id: id.toLowerCase() }
  const kind = LINKED_KINDS.find(each => LETTERS[each] === named.letter)
  return kind && LINKED_ID.test(named.id) ? { kind, id: named.id } : undefined
}

/** What a pasted address names; undefined unless it is one of this server, whatever stands behind `?` and `#`. */
export function thingIn(origin: string, pasted: string): LinkedThing | undefined {
  if (origin === '' || pasted.length > LONGEST || !URL.canParse(pasted)) return undefined
  const url = new URL(pasted)
  if (url.origin !== new URL(origin).origin || url.username !== '' || url.password !== '') return undefined
  const [, letter = '', id = ''] = PATH.exec(url.pathname.toLowerCase()) ?? []
  return thingNamed(letter, id)
}

/** Finds Teams' deep link to what the two parts of an address name, whether or not there is such a thing. */
export function thingOpener(tabLink: TabLink): (letter: string, id: string) => string | undefined {
  return (letter, id) => {
    const thing = thingNamed(letter, id)
    return thing && placeLink(tabLink, thing)
  }
}
