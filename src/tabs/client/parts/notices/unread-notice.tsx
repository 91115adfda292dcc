import { createContext, use } from 'react'
import { type Failure, mayPass, type PartKey, pageFailure } from '../../data/api/failure.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import { useSession } from '../page/context.tsx'
import { unreadText } from '../words/failure-text.ts'
import { RetryButton, type Stale, StaleNotice } from './failure-page.tsx'
import { Notice } from './notice.tsx'

/** Failures of a page's last readings. */
type Unreads = {
  readonly failures: readonly Failure[]
  readonly loadedAt: number | undefined
  readonly retry: () => Promise<void>
  /** What befell the page itself, which says so at its head. */
  readonly page: Failure | undefined
}

const NOTHING: Unreads = { failures: [], loadedAt: undefined, retry: async () => {}, page: undefined }
export const UnreadContext = createContext(NOTHING)

/** `sources`: how many a page reads besides who acts and in which programme. */
export function unreadsOf(
  known: Pick<Snapshot<Record<string, unknown>>, 'failures' | 'loadedAt'>,
  sources: number,
  retry: Unreads['retry'],
): Unreads {
  const failures = Object.values<Failure | undefined>(known.failures).filter(each => each !== undefined)
  return { failures, loadedAt: known.loadedAt, retry, page: pageFailure(failures, sources) }
}

/** Notice at the head of a page whose sources all failed. */
export function staleOf({ page, loadedAt, retry }: Unreads): Stale | undefined {
  return page && { failure: page, loadedAt, retry }
}

/** Those of `parts` that could not be read. What an observer may not read is no part of their page. */
function useTold(parts: readonly PartKey[]): readonly Failure[] {
  const { acting } = useSession()
  const { failures } = use(UnreadContext)
  const mine = failures.filter(({ part }) => part && parts.includes(part))
  return mine.filter(failure => acting || mayPass(failure))
}

/** Whether one of `parts` has something to say for itself, which the page has not said at its head. */
export function useUnread(parts: readonly PartKey[]): boolean {
  const told = useTold(parts)
  return told.length > 0 && !use(UnreadContext).page
}

type Props = {
  /** What this part of the page shows. */
  readonly parts: readonly PartKey[]
  /** Whether old values are shown all the same. */
  readonly shown?: boolean
}

/** In the place of a part that could not be read: which part, and what reads it again. */
export function Unread({ parts, shown = false }: Props) {
  const { translator } = useSession()
  const { loadedAt, retry, page } = use(UnreadContext)
  const told = useTold(parts)
  if (told.length === 0) return null
  const names = told.map(({ part }) => (part ? translator.say(part) : '')).join(' ')
  if (page) return shown ? null : <p className="quiet">{names}</p>
  const since = shown ? { loadedAt } : {}
  const why = told.map(failure => unreadText(failure, translator, since))
  return (
    <Notice
      tone="warning"
      action={told.some(mayPass) && <RetryButton translator={translator} retry={retry} />}
    >
      {why.join(' ')}
    </Notice>
  )
}

/** At the head of a page whose parts have no place of their own: all that it could not read. */
export function UnreadNotice({ unreads }: { unreads: Unreads }) {
  const stale = staleOf(unreads)
  if (stale) return <StaleNotice {...stale} />
  const parts = unreads.failures.flatMap(({ part }) => part ?? [])
  return (
    <UnreadContext value={unreads}>
      <Unread parts={parts} shown={unreads.loadedAt !== undefined} />
    </UnreadContext>
  )
}
