import { Field, Select } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { WorkshopView } from '../../contract/workshops/workshops.ts'
import type { Call } from '../data/api/call.ts'
import { tellReady } from '../host/connection.ts'
import { usePaged } from '../parts/lists/paged.ts'
import { Pending } from '../parts/lists/pending.tsx'
import { useSession } from '../parts/page/context.tsx'
import { ConfigPage } from '../parts/start/config-page.tsx'
import { useSaving } from '../parts/start/saving.ts'
import type { Translator } from '../parts/words/translator.ts'
import { meetingTab, workshopOf } from './meeting-tab.ts'

function isAhead({ over, stage }: WorkshopView): boolean {
  return stage === 'underway' || (!over && stage !== 'cancelled' && stage !== 'postponed')
}

function nameOf({ title, startsAt }: WorkshopView, { shortDay, time }: Translator): string {
  return `${title} · ${shortDay(startsAt)}, ${time(startsAt)}`
}

function Choice({ kept }: { kept: string }) {
  const { translator, call } = useSession()
  const { say } = translator
  const { items, failure, refresh } = usePaged<WorkshopView>(call, '/workshops', ['workshops'])
  const [chosen, choose] = useState(kept)
  const offered = (items ?? []).filter(each => isAhead(each) || each.id === kept)
  const workshop = offered.find(({ id }) => id === chosen)
  useSaving(workshop && meetingTab(workshop, location.origin))
  useEffect(tellReady, [])
  return (
    <main className="page config">
      <h1>{say('config.workshop.title')}</h1>
      <p>{say('config.workshop.same')}</p>
      {!items && <Pending failure={failure} again={refresh} />}
      {items && offered.length === 0 && <p>{say('config.workshop.none')}</p>}
      {offered.length > 0 && (
        <Field label={say('config.workshop')} required>
          <Select value={chosen} onChange={(_, { value }) => choose(value)}>
            <option value="" disabled>
              {say('config.workshop.placeholder')}
            </option>
            {offered.map(each => (
              <option key={each.id} value={each.id}>
                {nameOf(each, translator)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <p className="quiet">{say('config.workshop.rights')}</p>
    </main>
  )
}

type Props = {
  readonly call: Call
  readonly locale: string
  /** The tab that is set again; undefined for a new one. */
  readonly kept: Promise<string | undefined>
}

/** What the one who adds the app to a chat or a meeting chooses: the workshop that it follows. */
export function ChatConfigPage({ call, locale, kept }: Props) {
  const [tab, setTab] = useState<{ readonly workshop: string }>()
  useEffect(() => {
    void kept.then(entityId => setTab({ workshop: workshopOf(entityId) }))
  }, [kept])
  return (
    <ConfigPage call={call} locale={locale} title="config.workshop.title">
      {tab && <Choice kept={tab.workshop} />}
    </ConfigPage>
  )
}
