import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { Speech } from '../../../parts/words/translator.ts'
import { sectionAddress } from '../../parts/address.ts'
import type { Crumb } from '../../parts/section-head.tsx'

const all = ({ say }: Speech): Crumb => ({
  text: say('section.workshops'),
  href: sectionAddress('workshops'),
})

/** The way to what belongs to a series. */
export function seriesTrail({ id, title }: { id: string; title: string }, speech: Speech): readonly Crumb[] {
  return [all(speech), { text: title, href: sectionAddress('workshops', 'series', id) }]
}

/** The way to a workshop. */
export function placeTrail({ series, seriesTitle }: SheetView, speech: Speech): readonly Crumb[] {
  return series === '' ? [all(speech)] : seriesTrail({ id: series, title: seriesTitle }, speech)
}

/** The way to what belongs to a workshop. */
export function workshopTrail(sheet: SheetView, speech: Speech): readonly Crumb[] {
  const { id, title, startsAt, series } = sheet
  const text = series === '' ? title : speech.shortDay(startsAt)
  return [...placeTrail(sheet, speech), { text, href: sectionAddress('workshops', id) }]
}
