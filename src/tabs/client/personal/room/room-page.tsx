import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { callWith } from '../../data/api/api-client.ts'
import type { Call } from '../../data/api/call.ts'
import { hasMoved } from '../../host/address-changes.ts'
import { type Host, tellReady } from '../../host/connection.ts'
import { StageButton } from '../../meeting/stage-button.tsx'
import { FailurePage, StaleNotice } from '../../parts/notices/failure-page.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { ConfirmationPlace } from '../../parts/page/confirmation.tsx'
import { SessionContext, useSession } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { linkAddress } from '../navigation/addresses.ts'
import type { LinkedPageProps } from '../navigation/linked-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'
import { Following } from './following.tsx'
import { useParticipant } from './use-participant.ts'

type RoomProps = {
  readonly call: Call
  readonly workshop: string
  readonly host: Host
  readonly leave: () => void
}

function Room({ call, workshop, host, leave }: RoomProps) {
  const { say } = useSession().translator
  const { view, failure, loadedAt, refresh } = useParticipant(call, workshop)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasMoved()) heading.current?.focus()
  }, [])
  return (
    <main className="page room">
      <header>
        {view && <p className="quiet">{view.workshop.title}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {say('following.title')}
        </h1>
      </header>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!view && !failure && <SkeletonRows />}
      {view && <Following call={call} view={view} who={host.who} refresh={refresh} />}
      {view?.leads && (
        <p>
          <Button as="a" href={linkAddress(`remote:${workshop}`)}>
            {say('remote.open')}
          </Button>
        </p>
      )}
      {host.frame === 'sidePanel' && <StageButton workshop={workshop} />}
      {!host.inChat && (
        <p>
          <Button appearance="subtle" onClick={leave}>
            {say('harvest.leave')}
          </Button>
        </p>
      )}
    </main>
  )
}

/** « Dans la salle »: where the one code of the day leads. `thing`: the workshop's id. */
export default function RoomPage({ host, thing, leave }: LinkedPageProps) {
  const [call] = useState(() => callWith(host.token))
  const { session, said, translator, confirmation, failure, retry } = useSessionState(call, host.locale)
  const usable = session !== undefined
  useEffect(() => {
    document.title = `${translator.say('following.title')} · ${translator.say('app.name')}`
  }, [translator])
  useEffect(() => {
    if (usable || failure) tellReady()
  }, [usable, failure])
  if (!session) {
    if (failure) return <FailurePage failure={failure} translator={translator} retry={retry} />
    return <Skeleton language={translator.language} />
  }
  return (
    <SessionContext value={session}>
      <ConfirmationPlace confirmation={confirmation} />
      <Room call={call} workshop={thing} host={host} leave={leave} />
      <Announcer said={said} />
    </SessionContext>
  )
}
