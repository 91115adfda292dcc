import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, useState } from 'react'
import type { Host } from '../host/connection.ts'
import { Part } from './part.tsx'

/** `thing`: what stands behind the page's name; `leave` shows the tab as it is without a link. */
export type AskedProps = { readonly host: Host; readonly thing: string; readonly leave: () => void }
type AskedPage = LazyExoticComponent<ComponentType<AskedProps>>

/** Pages of this tab that only a deep link leads to, as `name:thing`. Each is fetched when it is asked for. */
const PAGES: Readonly<Record<string, AskedPage>> = {
  'check-in': lazy(() => import('../checkin/checkin-page.tsx')),
  harvest: lazy(() => import('../harvest/harvest-page.tsx')),
}

type Props = { readonly host: Host; readonly waiting: ReactNode; readonly children: ReactNode }

function askedBy(wanted: string): { readonly Page?: AskedPage | undefined; readonly thing: string } {
  const [, name = '', thing = ''] = /^([a-z-]+):(.+)$/.exec(wanted) ?? []
  return { Page: Object.hasOwn(PAGES, name) ? PAGES[name] : undefined, thing }
}

/** Whether a link that asked for `wanted` leads to a page of its own. */
export const isAsked = (wanted: string) => askedBy(wanted).Page !== undefined

/** The page that a link asked for, or else `children`. */
export function Asked({ host, waiting, children }: Props) {
  const { Page, thing } = askedBy(host.wanted)
  const [left, setLeft] = useState(false)
  if (!Page || left) return children
  return (
    <Part fallback={waiting}>
      <Page host={host} thing={thing} leave={() => setLeft(true)} />
    </Part>
  )
}
