import { useCallback, useEffect, useState } from 'react'
import type { EntryView } from '../../../contract/attendance.ts'
import { callWith } from '../../data/api/api-client.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { tellReady } from '../../host/connection.ts'
import './check-in.css'
import { Trouble } from '../../parts/notices/failure-page.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { GroundContext } from '../../parts/page/context.tsx'
import { useStanding } from '../../parts/start/session.ts'
import type { AskedProps } from '../navigation/linked-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'
import { Entrance } from './check-in-form.tsx'

/** « Je suis là »: where the code on the screen, or on the sheet, leads. `thing`: what it says. */
export default function CheckInPage({ host, thing, leave }: AskedProps) {
  const [call] = useState(() => callWith(host.token))
  const { ground, said, speech, ...standing } = useStanding(call, host.locale)
  const [entry, setEntry] = useState<EntryView>()
  const [failure, setFailure] = useState<Failure>()
  const begin = useCallback(async () => {
    setFailure(undefined)
    try {
      setEntry(await call<EntryView>('POST', '/attendance/check-in', { token: thing }))
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }, [call, thing])
  useEffect(() => void begin(), [begin])
  const trouble = failure ?? standing.failure
  useEffect(() => {
    if (ground || trouble) tellReady()
  }, [ground, trouble])
  useEffect(() => {
    document.title = `${speech.say('attendance.question')} · ${speech.say('app.name')}`
  }, [speech])
  if (!ground || !(entry || failure)) {
    if (!standing.failure) return <Skeleton language={speech.language} />
    return <Trouble failure={standing.failure} speech={speech} retry={standing.retry} />
  }
  const comeIn = async () => setEntry(await call<EntryView>('POST', '/attendance/come-in', { token: thing }))
  return (
    <GroundContext value={ground}>
      <Entrance entry={entry} failure={failure} again={begin} comeIn={comeIn} leave={leave} />
      <Announcer said={said} />
    </GroundContext>
  )
}
