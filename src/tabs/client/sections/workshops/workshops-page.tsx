import words from 'virtual:words/workshops'
import '../../look/workshops.css'
import '../../look/code.css'
import '../../look/plans.css'
import '../../look/sure.css'
import '../../look/filters.css'
import '../../look/plan-forms.css'
import { sectionAddress } from '../../organiser/address.ts'
import { OnlyRead } from '../../organiser/only-read.tsx'
import type { SectionProps } from '../../organiser/sections.ts'
import { useGround } from '../../page/ground.tsx'
import { learn } from '../../words/speech.ts'
import { FacilitatedPage } from './facilitated-page.tsx'
import { NewPage } from './new-page.tsx'
import { PlansPage } from './plans-page.tsx'
import { SeriesPlace } from './series-place.tsx'
import { SeriesTextPage } from './series-text-page.tsx'
import { WorkshopPlace } from './workshop-place.tsx'

learn(words)

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
