import { useCallback, useEffect, useState } from 'react'
import type { CheckInView } from '../../../contract/attendance.ts'
import { callWith } from '../../data/api/api-client.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { tellReady } from '../../host/connection.ts'
import './check-in.css'
import { FailurePage } from '../../parts/notices/failure-page.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { SessionContext } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import type { LinkedPageProps } from '../navigation/linked-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'
import { CheckInForm } from './check-in-form.tsx'

/** « Je suis là »: target of a scanned code. `thing`: its content. */
export default function CheckInPage({ host, thing, leave }: LinkedPageProps) {
  const [call] = useState(() => callWith(host.token))
  const { session, said, translator, ...state } = useSessionState(call, host.locale)
  const [entry, setEntry] = useState<CheckInView>()
  const [failure, setFailure] = useState<Failure>()
  const begin = useCallback(async () => {
    setFailure(undefined)
    try {
      setEntry(await call<CheckInView>('POST', '/attendance/check-in', { token: thing }))
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }, [call, thing])
  useEffect(() => void begin(), [begin])
  const trouble = failure ?? state.failure
  useEffect(() => {
    if (session || trouble) tellReady()
  }, [session, trouble])
  useEffect(() => {
    document.title = `${translator.say('attendance.question')} · ${translator.say('app.name')}`
  }, [translator])
  if (!session || !(entry || failure)) {
    if (!state.failure) return <Skeleton language={translator.language} />
    return <FailurePage failure={state.failure} translator={translator} retry={state.retry} />
  }
  const comeIn = async () =>
    setEntry(await call<CheckInView>('POST', '/attendance/come-in', { token: thing }))
  return (
    <SessionContext value={session}>
      <CheckInForm entry={entry} failure={failure} again={begin} comeIn={comeIn} leave={leave} />
      <Announcer said={said} />
    </SessionContext>
  )
}
