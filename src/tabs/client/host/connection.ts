import { app, authentication } from '@microsoft/teams-js'
import { Failure, OUTSIDE } from '../data/api/failure.ts'
import { speakAs } from '../data/api/page-owner.ts'

/** What the page needs of Teams. */
export type Host = {
  readonly locale: string
  readonly theme: string
  /** What a deep link asked for within the tab, '' for nothing: a hint of what to show, never a right. */
  readonly wanted: string
  /** The person and their tenant, as Teams names them; '' where it does not. A hint as well. */
  readonly who: string
  /** Where Teams shows the page: `content`, `settings`, or within a meeting `sidePanel` or `meetingStage`. */
  readonly frame: string
  /** In a chat or a meeting, and in no channel. */
  readonly inChat: boolean
  /** Called at each change of theme, for as long as the page lives. */
  readonly onTheme: (listener: (theme: string) => void) => void
  /** An Entra token for our API. @throws Failure `session`, `offline` */
  readonly token: () => Promise<string>
}

/** Shorter than Teams' own limit of a minute (ms). */
const PATIENCE = 10_000

function lateness(): Promise<never> {
  return new Promise((_, refuse) => setTimeout(() => refuse(new Failure('host')), PATIENCE))
}

/** Concurrent calls share Teams' answer; a call without an answer does not delay later ones longer than this (ms). */
const TOGETHER = 500

let asked: Promise<string> | undefined

async function askToken(): Promise<string> {
  try {
    return await authentication.getAuthToken()
  } catch {
    throw new Failure(navigator.onLine ? 'session' : 'offline')
  }
}

function token(): Promise<string> {
  if (asked) return asked
  const mine = askToken()
  const forget = () => {
    if (asked === mine) asked = undefined
  }
  mine.then(forget, forget)
  setTimeout(forget, TOGETHER)
  asked = mine
  return mine
}

/** Resolves once Teams answers. @throws Failure `host` outside Teams, or when it stays silent for ten seconds. */
export async function connect(): Promise<Host> {
  if (window.parent === window) throw new Failure('host', '', '', OUTSIDE)
  await Promise.race([app.initialize(), lateness()]).catch(() => {
    throw new Failure('host')
  })
  const { app: about, page, user, chat, meeting, channel } = await app.getContext()
  app.notifyAppLoaded()
  const { locale, theme } = about
  speakAs(locale)
  // A tab that a chat keeps has no link into it: its address says which workshop it follows.
  const wanted = page.subPageId || (new URLSearchParams(location.search).get('open') ?? '')
  const who = user?.id ? `${user.tenant?.id ?? ''}/${user.id}` : ''
  const inChat = !channel?.id && Boolean(chat?.id || meeting?.id)
  const frame: string = page.frameContext
  return { locale, theme, wanted, who, frame, inChat, onTheme: app.registerOnThemeChangeHandler, token }
}

/** What Teams says when it shows a page again that it had put away. */
type Return = Pick<Host, 'theme' | 'wanted'>

const returns = new Set<(to: Return) => void>()

export function tellReturn(to: Return): void {
  for (const listener of returns) listener(to)
}

/** Calls `listener` each time Teams shows the page again, until what is returned is called. */
export function onReturn(listener: (to: Return) => void): () => void {
  returns.add(listener)
  return () => void returns.delete(listener)
}

let ready = false

/**
 * Tells Teams that the page is usable, which removes its loading indicator. From then on the page listens to changes.
 */
export function tellReady(): void {
  void app.notifySuccess()
  if (ready) return
  ready = true
  // After all that is on screen: it is needed for nothing that is.
  import('./suspension.ts').then(
    ({ stayAwake }) => stayAwake(token),
    () => {
      ready = false
      // Offline at that moment: listens once the network is back.
      window.addEventListener('online', tellReady, { once: true })
    },
  )
}
