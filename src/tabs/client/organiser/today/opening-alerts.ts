import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import type { Alert, ReadSources } from './alert.ts'

/** What opens for registration today, and how many wait to be told. */
export function openingsToday({ openings = [] }: ReadSources, { say, time }: Translator): Alert[] {
  return openings.map(({ id, series, title, opensAt, opened, asked }) => ({
    id: `opening-${id}`,
    kind: 'workshop',
    section: 'workshops',
    title,
    about: [
      say(opened ? 'today.opening.since' : 'today.opening', { time: time(opensAt) }),
      ...(asked === undefined ? [] : [say('today.opening.asked', { count: asked })]),
    ],
    href: series ? sectionAddress('workshops', 'series', id) : sectionAddress('workshops', id),
    act: say(series ? 'today.opening.series' : 'today.waiting.act'),
  }))
}
