import { app } from '@microsoft/teams-js'
import { createLive } from '../data/stream/live.ts'
import { tellReturn } from './connection.ts'
import { connection } from './preload.ts'

/** A page open for this long has shown its first content (ms). */
const STOOD = 1_500

/** Whether the page that Teams asks for is this one: Teams may show another tab of the app in a page that it kept. */
function isHere({ origin, pathname, search }: URL): boolean {
  const asked = (query: string) => new URLSearchParams(query).get('direction') ?? ''
  return (
    origin === location.origin && pathname === location.pathname && asked(search) === asked(location.search)
  )
}

/** Shows what Teams asks of a page that it had put away. */
async function resume(wanted: URL): Promise<void> {
  if (wanted.origin === location.origin && !isHere(wanted)) return location.replace(wanted)
  const { app: about, page } = await app.getContext()
  tellReturn({ theme: about.theme, wanted: page.subPageId ?? '' })
  void app.notifySuccess()
}

/** Follows what changes while Teams shows the page. Teams keeps one that it puts away only where both are registered. */
export function stayAwake(token: () => Promise<string>): void {
  setTimeout(() => {
    import('./cached-page-saving.ts')
      .then(({ keepCachedPages }) => connection.then(keepCachedPages))
      .catch(() => {})
  }, STOOD)
  const live = createLive(token)
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(async () => live.sleep())
  app.lifecycle.registerOnResumeHandler(({ contentUrl }) => {
    live.wake()
    void resume(contentUrl)
  })
}
