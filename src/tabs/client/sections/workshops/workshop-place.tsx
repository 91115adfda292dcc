import type { SheetView } from '../../../contract/planning.ts'
import { sectionAddress } from '../../organiser/address.ts'
import type { SectionProps } from '../../organiser/sections.ts'
import { Bones } from '../../page/bones.tsx'
import { useGround } from '../../page/ground.tsx'
import { SectionHead } from '../../page/section-head.tsx'
import { StaleNotice } from '../../page/trouble.tsx'
import { ChangePage } from './change-page.tsx'
import { OffPlace } from './off-place.tsx'
import { isRuledAlone, OrganisedPage } from './organised-page.tsx'
import { OwnQuotasPage } from './own-quotas-page.tsx'
import { OwnRulesPage } from './rules-page.tsx'
import { SummaryPage } from './summary-page.tsx'
import { workshopTrail } from './trail.ts'
import { useView } from './use-view.ts'

type Shown = Pick<SectionProps, 'call' | 'reading' | 'path'> & {
  readonly sheet: SheetView
  readonly keep: (sheet: SheetView) => void
}

function Within({ call, reading, path: [, place], sheet, keep }: Shown) {
  const { speech } = useGround()
  const { say } = speech
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
        <OffPlace
          call={call}
          title={say('off.form')}
          trail={workshopTrail(sheet, speech)}
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
    case 'summary':
      return <SummaryPage call={call} sheet={sheet} />
  }
  return <OrganisedPage call={call} sheet={sheet} reading={reading} />
}

/** One workshop, or a day of a series, and what is done with it. */
export function WorkshopPlace({ call, path, reading }: SectionProps) {
  const { say } = useGround().speech
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
      {!view && !failure && <Bones />}
      {view && <Within call={call} path={path} reading={reading} sheet={view} keep={keep} />}
    </>
  )
}
