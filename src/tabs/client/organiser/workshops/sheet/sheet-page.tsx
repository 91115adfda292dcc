import { type ReactNode, useMemo } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { Call } from '../../../data/api/call.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { FactLine } from '../../../parts/panels/fact-line.tsx'
import { SectionHead } from '../../parts/section-head.tsx'
import { placeTrail } from '../workshop/breadcrumbs.ts'
import type { WorkshopFace } from '../workshop/face.ts'
import { PanelList } from '../workshop/panel-list.tsx'
import { StageBadge } from '../workshop/stage-badge.tsx'
import { whenText, wheresOf } from '../workshop/texts.ts'
import { OBSERVER_PANELS, OFF_PANELS } from './face-panels.ts'
import { FacesPage } from './faces-page.tsx'
import { SheetActs } from './sheet-acts.tsx'

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

function Head({ sheet, acts }: { sheet: SheetView; acts?: ReactNode }) {
  const { translator } = useSession()
  const { title, stage, early, opensAt } = sheet
  const facts = [whenText(sheet, translator), ...wheresOf(sheet, translator)]
  return (
    <SectionHead
      title={title}
      badge={<StageBadge stage={stage} early={early} opensAt={opensAt} />}
      trail={placeTrail(sheet, translator)}
      about={<FactLine of={facts} className="sheet-when" />}
      acts={acts}
    />
  )
}

/** A workshop to those in charge, as the moment asks: preparing, running or closing it; to observers its seats alone. */
export function SheetPage({ call, sheet, reading, named, refresh }: Props) {
  const { say } = useSession().translator
  const { id, reason } = sheet
  const off = offOf(sheet)
  // Panels read again when the workshop is another, not each time that it is read.
  const text = JSON.stringify(keptOf(sheet))
  const workshop = useMemo(() => JSON.parse(text) as KeptDayView, [text])
  const props = { workshop, call, sheet, refresh }
  if (!reading && !off)
    return <FacesPage {...props} named={named} head={acts => <Head sheet={sheet} acts={acts} />} />
  return (
    <>
      <Head sheet={sheet} acts={!reading && <SheetActs sheet={sheet} />} />
      {off && (
        <Notice tone="warning">
          {say(off === 'cancelled' ? 'workshop.cancelled.fact' : 'workshop.postponed.fact')}{' '}
          {reason !== '' && say('workshop.why', { reason })}
        </Notice>
      )}
      <PanelList of={id} panels={reading || !off ? OBSERVER_PANELS : OFF_PANELS[off]} props={props} />
    </>
  )
}
