import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import type { Alert, ReadSources } from './alert.ts'

/** Ballots of which nobody has said what follows: one line. `late`: those of which that should have been said by now. */
export function ballotsUnsaid({ awaited }: ReadSources, { say }: Translator, late: boolean): Alert[] {
  const [first] = awaited?.items ?? []
  if (!awaited || !first || first.late !== late) return []
  const { count, items } = awaited
  const one = say(late ? 'today.unsaid.one.late' : 'today.unsaid.one')
  const past = late ? [say('today.unsaid.late', { count: items.filter(each => each.late).length })] : []
  return [
    {
      id: 'unsaid',
      kind: 'ballot',
      section: 'ballots',
      // Of several, the list of ballots begins with them.
      href: sectionAddress('ballots', ...(count === 1 ? [first.id] : [])),
      title: count === 1 ? first.question : say('today.unsaid', { count }),
      about: count === 1 ? [one] : past,
      act: say('today.unsaid.act'),
    },
  ]
}
