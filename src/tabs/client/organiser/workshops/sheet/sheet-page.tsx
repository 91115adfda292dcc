import { Suspense, useMemo } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { placeTrail } from '../workshop/breadcrumbs.ts'
import type { WorkshopFace } from '../workshop/face.ts'
import { usePanelOrder } from '../workshop/panels.ts'
import { StageBadge } from '../workshop/stage-badge.tsx'
import { whenText, wheresOf } from '../workshop/texts.ts'
import { FACE_PANELS, type FacePanel, OBSERVER_PANELS, OFF_PANELS } from './face-panels.ts'
import { FACE, FaceTabs, tabOf } from './face-tabs.tsx'
import { isToWrite, SummaryPanel, useSummary } from './summary-panel.tsx'
import { useFace } from './use-face.ts'

type Props = {
  readonly call: Call
  readonly sheet: SheetView
  readonly reading: boolean
  /** The face that the address names. */
  readonly named: WorkshopFace | undefined
  /** Reads the sheet again, when the clock turns its page. */
  readonly refresh: () => Promise<void>
}

const offOf = ({ stage }: Pick<SheetView, 'stage'>) =>
  stage === 'cancelled' || stage === 'postponed' ? stage : undefined

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

type PartsProps = Pick<Props, 'call' | 'sheet'> & {
  readonly workshop: KeptDayView
  readonly panels: readonly FacePanel[]
}

function Parts({ call, sheet, workshop, panels }: PartsProps) {
  const ordered = usePanelOrder(panels, workshop)
  return (
    <div className="sheet-parts">
      {ordered.map(({ name, Panel }) => (
        <Suspense key={`${sheet.id} ${name}`} fallback={<SkeletonRows />}>
          <Panel workshop={workshop} call={call} sheet={sheet} />
        </Suspense>
      ))}
    </div>
  )
}

/** A workshop to those in charge, as the moment asks: preparing, running or closing it; to observers its seats alone. */
export function SheetPage({ call, sheet, reading, named, refresh }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const { id, stage, reason } = sheet
  const off = offOf(sheet)
  const { face, turn } = useFace(sheet, named, refresh)
  // Panels read again when the workshop is another, not each time that it is read.
  const text = JSON.stringify(keptOf(sheet))
  const workshop = useMemo(() => JSON.parse(text) as KeptDayView, [text])
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
      {reading && <Parts call={call} sheet={sheet} workshop={workshop} panels={OBSERVER_PANELS} />}
      {!reading && off && <Parts call={call} sheet={sheet} workshop={workshop} panels={OFF_PANELS[off]} />}
      {!reading && !off && (
        <>
          <FaceTabs face={face} turn={turn} />
          <div className="face" id={FACE} role="tabpanel" aria-labelledby={tabOf(face)}>
            {face === 'close' && <SummaryPanel id={id} known={known} />}
            <Parts call={call} sheet={sheet} workshop={workshop} panels={FACE_PANELS[face]} />
          </div>
        </>
      )}
    </>
  )
}
