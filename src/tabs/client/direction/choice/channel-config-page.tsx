import { Field, Select } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { firstShown, offeredTo } from '../../data/sources/direction-choices.ts'
import { tellReady } from '../../host/connection.ts'
import { useSession } from '../../parts/page/context.tsx'
import { ConfigPage } from '../../parts/start/config-page.tsx'
import { useSaving } from '../../parts/start/saving.ts'
import { directionOf, tabOf } from './channel-tab.ts'

function Choice({ kept }: { kept: string }) {
  const { translator, me, programme } = useSession()
  const { say } = translator
  const [chosen, choose] = useState(firstShown(me, programme, kept) ?? '')
  const direction = programme.directions.find(({ id }) => id === chosen)
  useSaving(direction && tabOf(direction, location.origin))
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
  const [tab, setTab] = useState<{ readonly direction: string }>()
  useEffect(() => {
    void kept.then(entityId => setTab({ direction: directionOf(entityId) }))
  }, [kept])
  return (
    <ConfigPage call={call} locale={locale} title="config.title">
      {tab && <Choice kept={tab.direction} />}
    </ConfigPage>
  )
}
