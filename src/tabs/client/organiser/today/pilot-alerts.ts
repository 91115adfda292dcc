import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import type { Alert, ReadSources } from './alert.ts'

/** Names in one line. */
const NAMED = 3

/** A few names, and how many there are besides. */
function fewOf(names: readonly string[], { say }: Translator): string {
  const more = names.length - NAMED
  const first = names.slice(0, NAMED).join(', ')
  return more > 0 ? `${first} ${say('announce.places.more', { count: more })}` : first
}

/** Directions to name somebody in; and those whom the people file names, who have only to come. */
export function directionsWithoutPilot({ pilots = [] }: ReadSources, translator: Translator): Alert[] {
  const { say } = translator
  const awaited = pilots.flatMap(each => each.awaited ?? [])
  const bare = pilots.filter(each => !each.pilot && each.awaited === undefined)
  // While none has one, the set-up says so.
  if (bare.length + awaited.length === 0 || bare.length === pilots.length) return []
  const names = bare.map(({ direction }) => direction.name)
  const coming = awaited.length > 0 ? say('staff.pilot.awaited', { name: fewOf(awaited, translator) }) : ''
  return [
    {
      id: 'pilots',
      kind: 'pilot',
      section: 'people',
      href: sectionAddress('people', 'pilots'),
      title:
        bare.length > 0
          ? say('today.pilots', { count: bare.length })
          : say('today.pilots.awaited', { count: awaited.length }),
      about: [fewOf(names, translator), coming].filter(part => part !== ''),
      act: say(bare.length > 0 ? 'today.pilots.act' : 'today.pilots.see'),
    },
  ]
}
