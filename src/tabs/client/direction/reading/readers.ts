import { type DirectionSources, readersOf } from '../../data/sources/direction.ts'
import { named, type Readers } from '../../data/sources/sources.ts'

/** How a Direction is read, each source under what its part says when that fails: words of this page alone. */
export function namedReadersOf(direction: string): Readers<DirectionSources> {
  const { figures, waiting, workshops, stages, initiatives, commitments } = readersOf(direction)
  return {
    figures: named('unread.figures', figures),
    waiting: named('unread.waiting', waiting),
    workshops: named('unread.workshops', workshops),
    stages: named('unread.stages', stages),
    initiatives: named('unread.gallery', initiatives),
    commitments: named('unread.shared', commitments),
  }
}
