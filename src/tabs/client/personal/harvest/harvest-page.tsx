import { useCallback, useEffect, useMemo, useState } from 'react'
import { callWith } from '../../data/api/api-client.ts'
import './harvest.css'
import { tellReady } from '../../host/connection.ts'
import { FailurePage } from '../../parts/notices/failure-page.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { SessionContext } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import { wayBack } from '../../parts/workshops/harvest-link.ts'
import type { LinkedPageProps } from '../navigation/linked-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'
import { Harvest } from './harvest.tsx'
import { useHarvestReading, useQueue } from './use-harvest.ts'

/** « Récolte »: the ideas of a workshop's tables, from a phone. `thing`: the workshop's id, its table and where one came from. */
export default function HarvestPage({ host, thing, leave }: LinkedPageProps) {
  const [call] = useState(() => callWith(host.token))
  const [workshop = '', asked = '', from = ''] = useMemo(() => thing.split(':'), [thing])
  const [chosen, choose] = useState<string>()
  const table = chosen ?? asked
  const state = useSessionState(call, host.locale)
  const { session, said, translator } = state
  const reading = useHarvestReading(call, workshop, table)
  const { view } = reading
  const queue = useQueue(view)
  // The table of last time, unless a link says which.
  useEffect(() => {
    if (queue && asked === '') choose(before => before ?? queue.presets()?.table)
  }, [queue, asked])
  useEffect(() => {
    document.title = `${translator.say('harvest.title.all')} · ${translator.say('app.name')}`
  }, [translator])
  const failure = state.failure ?? reading.failure
  const retry = useCallback(async () => {
    reading.again()
    await state.retry()
  }, [reading.again, state.retry])
  const usable = session !== undefined && view !== undefined
  useEffect(() => {
    if (usable || failure) tellReady()
  }, [usable, failure])
  if (!session || !view || !queue) {
    if (failure)
      return (
        <FailurePage
          failure={failure}
          translator={translator}
          {...(failure.kind !== 'refusal' && { retry })}
        />
      )
    return <Skeleton language={translator.language} />
  }
  return (
    <SessionContext value={session}>
      <Harvest
        key={view.me}
        call={call}
        view={view}
        queue={queue}
        table={table}
        choose={choose}
        again={reading.again}
        back={wayBack(workshop, from)}
        leave={leave}
      />
      <Announcer said={said} />
    </SessionContext>
  )
}
