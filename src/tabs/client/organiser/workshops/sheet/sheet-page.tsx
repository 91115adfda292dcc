import { Suspense, useMemo } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { DirectionTable } from '../seats/direction-table.tsx'
import { RuleFacts } from '../seats/rule-facts.tsx'
import { placeTrail } from '../workshop/breadcrumbs.ts'
import { usePanels } from '../workshop/panels.ts'
import { StageBadge } from '../workshop/stage-badge.tsx'
import { channelsText, whenText, wheresOf } from '../workshop/texts.ts'
import { isToWrite, SummaryPanel, useSummary } from './summary-panel.tsx'

type Props = { readonly call: Call; readonly sheet: SheetView; readonly reading: boolean }

const offOf = ({ stage }: Pick<SheetView, 'stage'>) =>
  stage === 'cancelled' || stage === 'postponed' ? stage : undefined

/** A day of a series has the rules of its series. */
export const isRuledAlone = ({ series, changeable }: SheetView) => series === '' && changeable

/** Fields that the panels of the day depend on. */
function keptOf({ id, title, axis, startsAt, endsAt, place, capacity, seats, waiting, ...sheet }: SheetView) {
  const off = offOf(sheet) !== undefined
  const over = sheet.stage === 'over'
  const parts = {
    ...(place !== '' && { place }),
    ...((over || sheet.stage === 'underway') && { begun: true as const }),
    ...(over && { over: true as const }),
  }
  return { id, title, axis, startsAt, endsAt, capacity, seats, waiting, off, ...parts } satisfies KeptDayView
}

function Acts({ sheet, writes }: { sheet: SheetView; writes: boolean }) {
  const { say } = useSession().translator
  const to = (place: string) => sectionAddress('workshops', sheet.id, place)
  return (
    <>
      {sheet.mayCallOff && <LinkButton href={to('call-off')}>{say('off.form')}</LinkButton>}
      {sheet.changeable && <LinkButton href={to('change')}>{say('workshop.change')}</LinkButton>}
      {writes && (
        <LinkButton href={to('summary')} filled>
          {say('harvest.summary.kind')}
        </LinkButton>
      )}
    </>
  )
}

/** Seat counts, waiting list and rules, without names. */
function Seats({ sheet, reading }: Omit<Props, 'call'>) {
  const { translator } = useSession()
  const { say } = translator
  const { seats, capacity, waiting, offers, channels, stage } = sheet
  const to = (place: string) => sectionAddress('workshops', sheet.id, place)
  const ahead = ['announced', 'full', 'closed'].includes(stage)
  const counts = [
    ...(ahead && sheet.early ? [say('workshop.capacity', { capacity })] : []),
    ...(ahead && !sheet.early
      ? [capitalised(say('series.day.left', { left: Math.max(0, capacity - seats), capacity }))]
      : []),
    // Who keeps the list reads it there; before, what is left says it.
    ...(reading && !ahead ? [say('organiser.seats', { seats, capacity })] : []),
    ...(ahead && offers > 0 ? [say('plan.offers', { count: offers })] : []),
    ...(ahead && waiting > 0 ? [say('organiser.waiting', { waiting })] : []),
  ]
  return (
    <section className="card panel" aria-labelledby="sheet-seats">
      <div className="panel-head">
        <h2 id="sheet-seats">{say('workshop.field.seats')}</h2>
        {!reading && isRuledAlone(sheet) && (
          <div className="acts">
            <LinkButton href={to('rules')}>{say('plan.rules.change')}</LinkButton>
            {sheet.rules.quotas && <LinkButton href={to('quotas')}>{say('series.quotas')}</LinkButton>}
          </div>
        )}
      </div>
      <FactLine of={counts} className="sheet-count" />
      {ahead && <RuleFacts day={sheet} />}
      <p className="quiet">
        {channels.length > 0
          ? say('plan.channels', { channels: channelsText(channels, translator) })
          : say('plan.channels.none')}
      </p>
    </section>
  )
}

/** A workshop to those in charge: its seats, then its day; to observers the seats alone. */
export function SheetPage({ call, sheet, reading }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { id, stage, reason } = sheet
  const off = offOf(sheet)
  // Panels read again when the workshop is another, not each time that it is read.
  const text = JSON.stringify(keptOf(sheet))
  const workshop = useMemo(() => JSON.parse(text) as KeptDayView, [text])
  const panels = usePanels(workshop, off)
  const known = useSummary(call, sheet, reading)
  return (
    <>
      <SectionHead
        title={sheet.title}
        badge={<StageBadge stage={stage} early={sheet.early} />}
        trail={placeTrail(sheet, translator)}
        about={
          <FactLine
            of={[whenText(sheet, translator), ...wheresOf(sheet, translator)]}
            className="sheet-when"
          />
        }
        acts={!reading && <Acts sheet={sheet} writes={isToWrite(known)} />}
      />
      {off && (
        <Notice tone="warning">
          {say(off === 'cancelled' ? 'workshop.cancelled.fact' : 'workshop.postponed.fact')}{' '}
          {reason !== '' && say('workshop.why', { reason })}
        </Notice>
      )}
      <SummaryPanel id={id} known={known} />
      <Seats sheet={sheet} reading={reading} />
      <DirectionTable rows={sheet.directions} />
      {!reading && (
        <div className="sheet-parts">
          {panels.map(({ name, Panel }) => (
            <Suspense key={`${id} ${name}`} fallback={<SkeletonRows />}>
              <Panel workshop={workshop} call={call} />
            </Suspense>
          ))}
        </div>
      )}
    </>
  )
}
