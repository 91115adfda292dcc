import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import type { Alert, ReadSources } from './alert.ts'

/** Reported ideas: what they say may hurt somebody. */
export function ideasReported({ reported = [] }: ReadSources, { say }: Translator): Alert[] {
  const [first] = reported
  if (!first) return []
  return [
    {
      id: 'reported',
      kind: 'reported',
      section: 'ideas',
      href: `${sectionAddress('ideas')}?part=reported`,
      title: say('today.reported', { count: reported.length }),
      about: [],
      act: say('today.reported.act'),
    },
  ]
}

/** The same of what is said under ideas. */
export function commentsReported({ remarks = [] }: ReadSources, { say }: Translator): Alert[] {
  if (remarks.length === 0) return []
  return [
    {
      id: 'remarks',
      kind: 'remarks',
      section: 'ideas',
      href: sectionAddress('ideas', 'comments'),
      title: say('today.remarks', { count: remarks.length }),
      about: [],
      act: say('today.reported.act'),
    },
  ]
}
