import { useEffect, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { failureAt } from '../../data/api/failure.ts'
import { firstShown, isInCharge } from '../../data/sources/direction-choices.ts'
import { tellReady } from '../../host/connection.ts'
import { FailurePage, StaleNotice } from '../../parts/notices/failure-page.tsx'
import { staleOf, UnreadContext, unreadsOf } from '../../parts/notices/unread-notice.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { ConfirmationPlace } from '../../parts/page/confirmation.tsx'
import { SessionContext } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import { useDirectionReading } from '../reading/reading.ts'
import { DirectionBody } from './direction-body.tsx'
import { DirectionHead } from './direction-head.tsx'
import { DirectionBodySkeleton, DirectionSkeleton } from './skeleton.tsx'

type Props = {
  readonly call: Call
  readonly locale: string
  /** The Direction of a channel's tab, '' in the personal app. What may be seen of it is the server's to say. */
  readonly fixed: string
  /** What a link into the personal app asked for, or ''. */
  readonly wanted: string
}

/** One Direction: its figures, what waits for an answer there, what is to come, and what its people share. */
export function DirectionPage({ call, locale, fixed, wanted }: Props) {
  const { session, said, confirmation, translator, ...state } = useSessionState(call, locale)
  const [chosen, choose] = useState('')
  const first = session && firstShown(session.me, session.programme, wanted)
  const shown = fixed || chosen || first
  const tends = session !== undefined && shown !== undefined && isInCharge(session.me, shown)
  const { store, snapshot } = useDirectionReading(call, shown, tends)
  const direction = session?.programme.directions.find(({ id }) => id === shown)
  useEffect(() => {
    document.title = `${direction?.name ?? translator.say('direction.title')} · ${translator.say('app.name')}`
  }, [direction, translator])
  useEffect(() => {
    if (session) tellReady()
  }, [session])
  if (!session) {
    const { failure, retry } = state
    if (failure) return <FailurePage failure={failure} translator={translator} retry={retry} />
    return <DirectionSkeleton language={translator.language} />
  }
  const settled = snapshot.loadedAt !== undefined || Object.keys(snapshot.failures).length > 0
  const retry = () => Promise.all([state.retry(), store?.refresh()]).then(() => {})
  const chooseAnother = (another: string) => {
    // What was done was done to the one before.
    session.confirm(undefined)
    choose(another)
  }
  const read = unreadsOf(snapshot, store?.sources ?? 1, retry)
  const [gone] = direction ? [] : read.failures
  const unreads = {
    ...read,
    page: state.failure ?? read.page ?? (gone && failureAt(gone, undefined)),
  }
  const stale = staleOf(unreads)
  return (
    <SessionContext value={session}>
      <UnreadContext value={unreads}>
        <ConfirmationPlace confirmation={confirmation} />
        <main className="page direction" aria-busy={store !== undefined && !settled}>
          <DirectionHead direction={direction} choose={fixed ? undefined : chooseAnother} />
          {stale && <StaleNotice {...stale} />}
          {!store && <p>{translator.say('direction.none')}</p>}
          {store && !settled && <DirectionBodySkeleton />}
          {store && settled && direction && (
            <DirectionBody key={direction.id} direction={direction} store={store} snapshot={snapshot} />
          )}
        </main>
      </UnreadContext>
      <Announcer said={said} />
    </SessionContext>
  )
}
