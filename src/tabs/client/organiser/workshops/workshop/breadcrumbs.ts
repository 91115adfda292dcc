import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { Translator } from '../../../parts/words/translator.ts'
import { sectionAddress } from '../../parts/address.ts'
import type { Crumb } from '../../parts/section-head.tsx'

const all = ({ say }: Translator): Crumb => ({
  text: say('section.workshops'),
  href: sectionAddress('workshops'),
})

/** Breadcrumbs of a page in a series. */
export function seriesTrail(
  { id, title }: { id: string; title: string },
  translator: Translator,
): readonly Crumb[] {
  return [all(translator), { text: title, href: sectionAddress('workshops', 'series', id) }]
}

/** Breadcrumbs of a workshop. */
export function placeTrail({ series, seriesTitle }: SheetView, translator: Translator): readonly Crumb[] {
  return series === '' ? [all(translator)] : seriesTrail({ id: series, title: seriesTitle }, translator)
}

/** Breadcrumbs of a page in a workshop. */
export function workshopTrail(sheet: SheetView, translator: Translator): readonly Crumb[] {
  const { id, title, startsAt, series } = sheet
  const text = series === '' ? title : translator.shortDay(startsAt)
  return [...placeTrail(sheet, translator), { text, href: sectionAddress('workshops', id) }]
}
