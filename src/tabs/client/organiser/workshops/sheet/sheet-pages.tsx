import { lazy } from 'react'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import { StaleNotice } from '../../../parts/notices/failure-page.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { SectionHead } from '../../parts/section-head.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { CancelPageLoader } from '../planning/cancel-page-loader.tsx'
import { ChangePage } from '../planning/change-page.tsx'
import { OwnRulesPage } from '../seats/rules-page.tsx'
import { OwnQuotasPage } from '../seats/workshop-quotas-page.tsx'
import { workshopTrail } from '../workshop/breadcrumbs.ts'
import { faceNamed } from '../workshop/face.ts'
import { isRuledAlone } from '../workshop/facts.ts'
import { useView } from '../workshop/use-view.ts'
import { SheetPage } from './sheet-page.tsx'
import { SummaryPage } from './summary-page.tsx'

const RemotePage = lazy(() => import('../room/remote-page.tsx'))

type Shown = Pick<SectionProps, 'call' | 'reading' | 'path'> & {
  readonly sheet: SheetView
  readonly keep: (sheet: SheetView) => void
  readonly refresh: () => Promise<void>
}

function Within({ call, reading, path: [, place], sheet, keep, refresh }: Shown) {
  const { translator } = useSession()
  const { say } = translator
  const { id, series } = sheet
  switch (reading ? undefined : place) {
    case 'change':
      if (sheet.changeable) return <ChangePage call={call} sheet={sheet} />
      break
    case 'rules':
      if (isRuledAlone(sheet)) return <OwnRulesPage call={call} sheet={sheet} keep={keep} />
      break
    case 'quotas':
      if (isRuledAlone(sheet)) return <OwnQuotasPage call={call} sheet={sheet} keep={keep} />
      break
    case 'call-off':
      if (!sheet.mayCallOff) break
      return (
        <CancelPageLoader
          call={call}
          title={say('off.form')}
          trail={workshopTrail(sheet, translator)}
          name={sheet.title}
          concerned={sheet.concerned}
          path={`/workshops/${encodeURIComponent(id)}/call-off`}
          cancel={{
            word: say('off.cancel'),
            ask: say('off.ask', { title: sheet.title }),
            done: say('off.cancelled'),
          }}
          postpones={sheet.stage !== 'postponed'}
          back={
            series === '' ? sectionAddress('workshops', id) : sectionAddress('workshops', 'series', series)
          }
          move={sectionAddress('workshops', id, 'change')}
        />
      )
    case 'remote':
      return <RemotePage call={call} workshop={id} trail={workshopTrail(sheet, translator)} />
    case 'summary':
      return <SummaryPage call={call} sheet={sheet} />
  }
  return <SheetPage call={call} sheet={sheet} reading={reading} named={faceNamed(place)} refresh={refresh} />
}

/** One workshop, or a day of a series, and what is done with it. */
export function SheetPages({ call, path, reading }: SectionProps) {
  const { say } = useSession().translator
  const [id = ''] = path
  const read = useView<SheetView>(call, `/workshops/${encodeURIComponent(id)}/plan`)
  const { view, failure, loadedAt, refresh, keep } = read
  return (
    <>
      {!view && failure && (
        <SectionHead
          title={say('section.workshops')}
          trail={[{ text: say('section.workshops'), href: sectionAddress('workshops') }]}
        />
      )}
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!view && !failure && <SkeletonRows />}
      {view && (
        <Within call={call} path={path} reading={reading} sheet={view} keep={keep} refresh={refresh} />
      )}
    </>
  )
}
