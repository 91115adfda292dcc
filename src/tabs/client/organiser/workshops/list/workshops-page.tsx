import './workshops.css'
import '../day/code.css'
import './list.css'
import '../fields/confirm-dialog.css'
import './filters.css'
import '../fields/forms.css'
import { useGround } from '../../../parts/page/context.tsx'
import { sectionAddress } from '../../parts/address.ts'
import { OnlyRead } from '../../parts/read-only-notice.tsx'
import type { SectionProps } from '../../tab/sections.ts'
import { FacilitatedPage } from '../facilitator/facilitated-page.tsx'
import { NewPage } from '../planning/new-page.tsx'
import { SeriesPlace } from '../series/series-pages.tsx'
import { SeriesTextPage } from '../series/series-text-page.tsx'
import { WorkshopPlace } from '../sheet/sheet-pages.tsx'
import { PlansPage } from './list-page.tsx'

/** Workshops and series: all of them, a new one, or the one that the address names. */
export default function WorkshopsPage(props: SectionProps) {
  const { me, speech } = useGround()
  const { call, path, reading } = props
  const [place] = path
  if (me.role !== 'organiser' && me.role !== 'observer') return <FacilitatedPage {...props} />
  if (place === undefined) return <PlansPage call={call} reading={reading} />
  if (reading && (place === 'new' || place === 'new-series')) {
    const title = speech.say(place === 'new' ? 'workshop.form.title' : 'series.new')
    const trail = { text: speech.say('section.workshops'), href: sectionAddress('workshops') }
    return <OnlyRead title={title} trail={trail} />
  }
  if (place === 'new') return <NewPage call={call} />
  if (place === 'new-series') return <SeriesTextPage call={call} />
  if (place === 'series') return <SeriesPlace key={path[1]} {...props} />
  return <WorkshopPlace key={place} {...props} />
}
