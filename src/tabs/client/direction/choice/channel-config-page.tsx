import { Field, Select } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { firstShown, offeredTo } from '../../data/sources/direction-choices.ts'
import { allowSaving, onSave } from '../../host/channel-tab.ts'
import { tellReady } from '../../host/connection.ts'
import { FailurePage } from '../../parts/notices/failure-page.tsx'
import { type Session, SessionContext, useSession } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import { directionOf, tabOf } from './channel-tab.ts'

/** Keeps Teams' « Save » in step with the choice. */
function useSaving(chosen: string, { programme }: Session): void {
  const direction = programme.directions.find(({ id }) => id === chosen)
  const latest = useRef(direction)
  latest.current = direction
  useEffect(() => {
    onSave(() => {
      if (!latest.current) throw new Error('saved without a Direction')
      return tabOf(latest.current, location.origin)
    })
  }, [])
  useEffect(() => allowSaving(direction !== undefined), [direction])
}

function Choice({ kept }: { kept: string }) {
  const session = useSession()
  const { translator, me, programme } = session
  const { say } = translator
  const [chosen, choose] = useState(firstShown(me, programme, kept) ?? '')
  useSaving(chosen, session)
  useEffect(tellReady, [])
  const { led, own, others } = offeredTo(me, programme)
  return (
    <main className="page config">
      <h1>{say('config.title')}</h1>
      <p>{say('config.same')}</p>
      <Field label={say('config.direction')} required>
        <Select value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="" disabled>
            {say('direction.switch.placeholder')}
          </option>
          {[...led, ...own, ...others].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <p className="quiet">{say('config.rights')}</p>
    </main>
  )
}

type Props = {
  readonly call: Call
  readonly locale: string
  /** The tab that is set again; undefined for a new one. */
  readonly kept: Promise<string | undefined>
}

/** What the one who adds the tab to a channel chooses: the Direction that it shows. */
export function ChannelConfigPage({ call, locale, kept }: Props) {
  const { session, translator, failure, retry } = useSessionState(call, locale)
  const [tab, setTab] = useState<{ readonly direction: string }>()
  useEffect(() => {
    void kept.then(entityId => setTab({ direction: directionOf(entityId) }))
  }, [kept])
  useEffect(() => {
    document.title = `${translator.say('config.title')} · ${translator.say('app.name')}`
  }, [translator])
  if (session && tab) {
    return (
      <SessionContext value={session}>
        <Choice kept={tab.direction} />
      </SessionContext>
    )
  }
  return failure ? <FailurePage failure={failure} translator={translator} retry={retry} /> : null
}
