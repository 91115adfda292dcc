import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { callWith } from '../../data/api/api-client.ts'
import { hasMoved } from '../../host/address-changes.ts'
import { tellReady } from '../../host/connection.ts'
import { FailurePage } from '../../parts/notices/failure-page.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { ConfirmationPlace } from '../../parts/page/confirmation.tsx'
import { SessionContext } from '../../parts/page/context.tsx'
import { RemoteReading } from '../../parts/remote/remote-reading.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import type { LinkedPageProps } from '../navigation/linked-page.tsx'
import { Skeleton } from '../navigation/skeleton.tsx'

/** « Télécommande », in the hand of who facilitates a workshop as a whole. `thing`: the workshop's id. */
export default function RemotePage({ host, thing, leave }: LinkedPageProps) {
  const [call] = useState(() => callWith(host.token))
  const { session, said, translator, confirmation, failure, retry } = useSessionState(call, host.locale)
  const heading = useRef<HTMLHeadingElement>(null)
  const usable = session !== undefined
  useEffect(() => {
    document.title = `${translator.say('remote.title')} · ${translator.say('app.name')}`
  }, [translator])
  useEffect(() => {
    if (usable || failure) tellReady()
    if (usable && hasMoved()) heading.current?.focus()
  }, [usable, failure])
  if (!session) {
    if (failure) return <FailurePage failure={failure} translator={translator} retry={retry} />
    return <Skeleton language={translator.language} />
  }
  return (
    <SessionContext value={session}>
      <ConfirmationPlace confirmation={confirmation} />
      <main className="page">
        <h1 ref={heading} tabIndex={-1}>
          {translator.say('remote.title')}
        </h1>
        <RemoteReading call={call} workshop={thing} />
        <p>
          <Button appearance="subtle" onClick={leave}>
            {translator.say(host.inChat ? 'following.title' : 'harvest.leave')}
          </Button>
        </p>
      </main>
      <Announcer said={said} />
    </SessionContext>
  )
}
