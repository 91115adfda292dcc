import {
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Host } from '../../host/connection.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { backHome, useLinkHere } from './addresses.ts'

/** `thing`: part after the page's name; `leave` shows the tab without the link. */
export type LinkedPageProps = { readonly host: Host; readonly thing: string; readonly leave: () => void }
type LazyLinkedPage = LazyExoticComponent<ComponentType<LinkedPageProps>>

/** Pages of this tab by deep link or address, as `name:thing`; loaded on demand. */
const PAGES: Readonly<Record<string, LazyLinkedPage>> = {
  'check-in': lazy(() => import('../check-in/check-in-page.tsx')),
  harvest: lazy(() => import('../harvest/harvest-page.tsx')),
  room: lazy(() => import('../room/room-page.tsx')),
  summary: lazy(() => import('../summaries/summary-page.tsx')),
  'series-summary': lazy(() => import('../summaries/series-summary-page.tsx')),
  remote: lazy(() => import('../room/remote-page.tsx')),
}

/** A link that did what it is for: nobody comes back to it. */
const isDone = (wanted: string) => wanted.startsWith('check-in:')

type Props = { readonly host: Host; readonly waiting: ReactNode; readonly children: ReactNode }

function linkedBy(wanted: string): { readonly Page?: LazyLinkedPage | undefined; readonly thing: string } {
  const [, name = '', thing = ''] = /^([a-z-]+):(.+)$/.exec(wanted) ?? []
  return { Page: Object.hasOwn(PAGES, name) ? PAGES[name] : undefined, thing }
}

/** Whether a deep link has a page of its own. */
export const isLinkedPage = (wanted: string) => linkedBy(wanted).Page !== undefined

/** Whoever comes back finds the focus on the workshop they left for its page, or on the page's title. */
function useReturn(thing: string | undefined): void {
  const before = useRef(thing)
  useEffect(() => {
    const left = before.current?.split(':')[0]
    before.current = thing
    if (left === undefined || thing !== undefined) return
    const place =
      document.getElementById(`day-${left}`) ??
      document.getElementById(`workshop-${left}`) ??
      document.querySelector<HTMLElement>('h1')
    place?.focus()
  }, [thing])
}

/** The page that the address asks for, or a link asked for, or else `children`. */
export function LinkedPage({ host, waiting, children }: Props) {
  const here = useLinkHere()
  const [left, setLeft] = useState(false)
  const wanted = isLinkedPage(here) || left ? here : host.wanted
  const { Page, thing } = linkedBy(wanted)
  useReturn(Page && thing)
  if (!Page) return children
  const leave = () => {
    const moved = backHome()
    if (!moved || isDone(host.wanted)) setLeft(true)
  }
  return (
    <LazyPart fallback={waiting}>
      <Page key={wanted} host={host} thing={thing} leave={leave} />
    </LazyPart>
  )
}
