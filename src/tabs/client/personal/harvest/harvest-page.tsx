import { useCallback, useEffect, useMemo, useState } from 'react'
import { callWith } from '../../data/api/api-client.ts'
import './harvest.css'
import { tellReady } from '../../host/connection.ts'
import { Trouble } from '../../parts/notices/failure-page.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { GroundContext } from '../../parts/page/context.tsx'
import { useStanding } from '../../parts/start/session.ts'
import { wayBack } from '../../parts/workshops/harvest-link.ts'
import type { AskedProps } from '../navigation/linked-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'
import { Harvest } from './harvest.tsx'
import { useQueue, useView } from './use-harvest.ts'

/** « Récolte »: the ideas of a workshop's tables, from a phone. `thing`: the workshop's id, its table and where one came from. */
export default function HarvestPage({ host, thing, leave }: AskedProps) {
  const [call] = useState(() => callWith(host.token))
  const [workshop = '', asked = '', from = ''] = useMemo(() => thing.split(':'), [thing])
  const [chosen, choose] = useState<string>()
  const table = chosen ?? asked
  const standing = useStanding(call, host.locale)
  const { ground, said, speech } = standing
  const reading = useView(call, workshop, table)
  const { view } = reading
  const queue = useQueue(view)
  // The table of last time, unless a link says which.
  useEffect(() => {
    if (queue && asked === '') choose(before => before ?? queue.presets()?.table)
  }, [queue, asked])
  useEffect(() => {
    document.title = `${speech.say('harvest.title.all')} · ${speech.say('app.name')}`
  }, [speech])
  const failure = standing.failure ?? reading.failure
  const retry = useCallback(async () => {
    reading.again()
    await standing.retry()
  }, [reading.again, standing.retry])
  const usable = ground !== undefined && view !== undefined
  useEffect(() => {
    if (usable || failure) tellReady()
  }, [usable, failure])
  if (!ground || !view || !queue) {
    if (failure)
      return <Trouble failure={failure} speech={speech} {...(failure.kind !== 'refusal' && { retry })} />
    return <Skeleton language={speech.language} />
  }
  return (
    <GroundContext value={ground}>
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
    </GroundContext>
  )
}
