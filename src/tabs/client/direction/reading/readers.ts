import { type DirectionSources, readersOf } from '../../data/sources/direction.ts'
import { named, type Readers } from '../../data/sources/sources.ts'

/** How a Direction is read, each source under what its part says when that fails: words of this page alone. */
export function namedReadersOf(direction: string, tends = false): Readers<DirectionSources> {
  const readers = readersOf(direction, tends)
  const { figures, waiting, workshops, stages, initiatives, trials, commitments } = readers
  return {
    figures: named('unread.figures', figures),
    waiting: named('unread.waiting', waiting),
    workshops: named('unread.workshops', workshops),
    stages: named('unread.stages', stages),
    initiatives: named('unread.gallery', initiatives),
    trials: named('unread.tried', trials),
    commitments: named('unread.shared', commitments),
    followed: readers.followed,
    lateSteps: named('unread.steps', readers.lateSteps),
    proposedSteps: named('unread.steps', readers.proposedSteps),
    posts: named('unread.workshops', readers.posts),
  }
}
