import './workshops.css'
import '../day/code.css'
import './list.css'
import '../fields/confirm-dialog.css'
import './filters.css'
import '../fields/forms.css'
import { useSession } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { ReadOnlyNotice } from '../../parts/read-only-notice.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { FacilitatedPage } from '../facilitator/facilitated-page.tsx'
import { NewPage } from '../planning/new-page.tsx'
import { SeriesPages } from '../series/series-pages.tsx'
import { SeriesTextPage } from '../series/series-text-page.tsx'
import { SheetPages } from '../sheet/sheet-pages.tsx'
import { ListPage } from './list-page.tsx'

/** Workshops and series: all of them, a new one, or the one that the address names. */
export default function WorkshopsPage(props: SectionProps) {
  const { me, translator } = useSession()
  const { call, path, reading } = props
  const [place] = path
  if (me.role !== 'organiser' && me.role !== 'observer') return <FacilitatedPage {...props} />
  if (place === undefined) return <ListPage call={call} reading={reading} />
  if (reading && (place === 'new' || place === 'new-series')) {
    const title = translator.say(place === 'new' ? 'workshop.form.title' : 'series.new')
    const trail = { text: translator.say('section.workshops'), href: sectionAddress('workshops') }
    return <ReadOnlyNotice title={title} trail={trail} />
  }
  if (place === 'new') return <NewPage call={call} />
  if (place === 'new-series') return <SeriesTextPage call={call} />
  if (place === 'series') return <SeriesPages key={path[1]} {...props} />
  return <SheetPages key={place} {...props} />
}
