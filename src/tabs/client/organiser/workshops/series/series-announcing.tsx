import { useState } from 'react'
import type { SeriesView } from '../../../../contract/workshops/planning.ts'
import type { SeriesCheckView } from '../../../../contract/workshops/series.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { focusFirstInvalid } from '../../../parts/forms/field-focus.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { focusOn } from '../../../parts/page/focus.ts'
import { sectionAddress } from '../../parts/address.ts'
import { ChannelsField } from '../../parts/channels-field.tsx'
import type { ChosenChannels } from '../../parts/chosen-channels.ts'
import { LivePreview } from '../../parts/live-preview.tsx'
import { useLiveCheck } from '../../parts/use-live-check.ts'
import { Faults } from '../fields/faults.tsx'
import { useTyped } from '../fields/unsaved-form.ts'
import { faultOf } from '../fields/workshop-fields.tsx'
import type { SeriesProps } from './series-days.tsx'

const NOWHERE = { channels: [] as string[], directions: [] as string[] }

/** Days as they stand: another body asks for the card anew. */
const stateOf = ({ title, description, axis, days }: SeriesView) =>
  JSON.stringify([title, description, axis, days.map(({ typed, rules }) => [typed, rules])])

/** Where the drafts of a series are to appear, the card as it will read, and its announcement. */
export function useSeriesAnnouncing({ call, series, keep, reading }: SeriesProps) {
  const { translator, me } = useSession()
  const { say } = translator
  const { typed: where, type, forget } = useTyped(`announce:${series.id}`, me.name, NOWHERE)
  const [nonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const act = useAct()
  const path = `/series/${encodeURIComponent(series.id)}`
  const blank = reading || series.days.every(({ stage }) => stage !== 'draft')
  const { checked, check } = useLiveCheck<SeriesCheckView>(
    call,
    `${path}/check`,
    { where },
    blank,
    stateOf(series),
  )
  const announce = async () => {
    const found = await check()
    if (found.faults.length > 0) return { found }
    return { found, made: await call<SeriesView>('POST', `${path}/announce`, { where, nonce }) }
  }
  const send = async () => {
    setTried(true)
    const asked = announce()
    const said = ({ found, made }: Awaited<typeof asked>) =>
      made
        ? {
            text: say('plan.announced'),
            about: made.title,
            at: sectionAddress('workshops', 'series', made.id),
          }
        : say('plan.wrong', { count: found.faults.length })
    if (!(await act.run(() => asked, said))) return
    const { made } = await asked
    if (!made) return focusFirstInvalid()
    forget()
    // What was pressed goes with what is announced.
    focusOn(document.querySelector<HTMLElement>('h1'))
    keep(made)
  }
  return { where, type, act, send, checked, faults: tried ? (checked?.faults ?? []) : [] }
}

type Props = {
  readonly series: SeriesView
  readonly announcing: ReturnType<typeof useSeriesAnnouncing>
}

/** Where it appears; once it is announced, where it stands already. */
export function SeriesPlaces({ series, announcing }: Props) {
  const { say } = useSession().translator
  const { where, type, faults } = announcing
  return (
    <section className="card panel form" aria-label={say('plan.where')}>
      {series.announced ? (
        <Notice tone="neutral">{say('series.preview.again')}</Notice>
      ) : (
        <ChannelsField
          where={where}
          choose={(next: ChosenChannels) =>
            type({ channels: [...next.channels], directions: [...next.directions] })
          }
          fault={faultOf(faults, 'where')}
        />
      )}
    </section>
  )
}

/** The card of the series, and the press that posts it. */
export function SeriesCardPanel({ series, announcing }: Props) {
  const { say } = useSession().translator
  const { act, send, checked, faults } = announcing
  return (
    <div className="card panel beside-card">
      <LivePreview card={checked?.preview} />
      <Faults faults={faults} />
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} appearance="primary" onPress={() => void send()}>
          {say(series.announced ? 'series.announce.more' : 'series.announce')}
        </ActButton>
      </div>
    </div>
  )
}
