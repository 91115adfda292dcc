import { useState } from 'react'
import type { SeriesView, SheetView } from '../../../../contract/workshops/planning.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { DirectionTable, sumOf } from '../seats/direction-table.tsx'
import { RuleFacts } from '../seats/rule-facts.tsx'
import { StageBadge } from '../workshop/stage-badge.tsx'
import { channelsText } from '../workshop/texts.ts'
import { SeriesCardPanel, SeriesPlaces, useSeriesAnnouncing } from './series-announcing.tsx'
import { SeriesDays, type SeriesProps } from './series-days.tsx'
import { SeriesRemoval } from './series-removal.tsx'
import { UndoRemoval } from './undo-removal.tsx'

const isRuled = ({ stage }: SheetView) => !['over', 'underway', 'cancelled'].includes(stage)

/** Its days that take place, and their seats together. */
function sizeOf({ days }: SeriesView) {
  const held = days.filter(({ stage }) => stage !== 'cancelled')
  return { count: held.length, capacity: held.reduce((sum, { capacity }) => sum + capacity, 0) }
}

/** What is done with the series as a whole. */
function Acts({ series, ask }: { series: SeriesView; ask: () => void }) {
  const { say } = useSession().translator
  const to = (...rest: string[]) => sectionAddress('workshops', 'series', series.id, ...rest)
  const ahead = series.days.some(day => day.mayCallOff)
  return (
    <>
      <LinkButton href={to('edit')} subtle>
        {say('series.edit')}
      </LinkButton>
      {series.announced ? (
        ahead && (
          <LinkButton href={to('call-off')} subtle>
            {say('off.cancel.series')}
          </LinkButton>
        )
      ) : (
        <SeriesRemoval.Button ask={ask} />
      )}
      {series.days.length > 0 && series.days.length < 12 && (
        <LinkButton href={to('day')}>{say('series.day.add')}</LinkButton>
      )}
    </>
  )
}

/** How the seats of its days are given out. */
function Rules({ series, reading }: Pick<SeriesProps, 'series' | 'reading'>) {
  const { say } = useSession().translator
  const to = (...rest: string[]) => sectionAddress('workshops', 'series', series.id, ...rest)
  const days = series.days.filter(isRuled)
  const [first] = days
  if (!first) return null
  return (
    <section className="card panel" aria-labelledby="series-rules">
      <div className="panel-head">
        <h2 id="series-rules">{say('series.rules.form')}</h2>
        {!reading && (
          <div className="acts">
            <LinkButton href={to('rules')}>{say('plan.rules.change')}</LinkButton>
            {days.some(day => day.rules.quotas) && (
              <LinkButton href={to('quotas')}>{say('series.quotas')}</LinkButton>
            )}
          </div>
        )}
      </div>
      <RuleFacts day={first} several={days.length > 1} />
    </section>
  )
}

/** A series: its days, how their seats are given out, and what each Direction has of them. */
export function SeriesPage({ call, series, keep, reading }: SeriesProps) {
  const { translator } = useSession()
  const { say } = translator
  const [removed, setRemoved] = useState<SheetView>()
  const [asked, ask] = useState(false)
  const to = (...rest: string[]) => sectionAddress('workshops', 'series', series.id, ...rest)
  const announcing = useSeriesAnnouncing({ call, series, keep, reading })
  const drafts = !reading && series.days.some(({ stage }) => stage === 'draft')
  const rules = <Rules series={series} reading={reading} />
  return (
    <>
      <SectionHead
        title={series.title}
        badge={<StageBadge stage={series.stage} early={series.early} opensAt={series.opensAt} />}
        trail={[{ text: say('section.workshops'), href: sectionAddress('workshops') }]}
        about={
          <>
            {series.description && <p>{series.description}</p>}
            {series.days.length > 0 && <p>{say('series.size', sizeOf(series))}</p>}
            {series.announced && series.channels.length > 0 && (
              <p className="quiet">
                {say('plan.channels', { channels: channelsText(series.channels, translator) })}
              </p>
            )}
          </>
        }
        acts={
          <>
            {series.days.some(({ stage }) => stage === 'over') && (
              <LinkButton href={to('summary')}>{say('series.summary.kind')}</LinkButton>
            )}
            {!reading && <Acts series={series} ask={() => ask(true)} />}
          </>
        }
      />
      {asked && <SeriesRemoval call={call} series={series} leave={() => ask(false)} />}
      {removed && (
        <UndoRemoval
          key={removed.id}
          call={call}
          series={series}
          day={removed}
          keep={keep}
          done={() => setRemoved(undefined)}
        />
      )}
      {series.days.length === 0 ? (
        <div className="card panel begin">
          <p>{say(reading ? 'series.day.none' : 'series.begun')}</p>
          {!reading && (
            <div className="acts">
              <LinkButton href={to('day')} filled>
                {say('series.day.add')}
              </LinkButton>
            </div>
          )}
        </div>
      ) : (
        <SeriesDays call={call} series={series} keep={keep} reading={reading} removed={setRemoved} />
      )}
      {drafts ? (
        <div className="beside">
          <div className="form-stack">
            {rules}
            <SeriesPlaces series={series} announcing={announcing} />
          </div>
          <SeriesCardPanel series={series} announcing={announcing} />
        </div>
      ) : (
        rules
      )}
      <DirectionTable rows={sumOf(series.days)} />
    </>
  )
}
