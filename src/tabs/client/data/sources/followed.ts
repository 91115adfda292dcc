import type { FollowedView } from '../../../contract/figures/review.ts'
import { about, named, type Reader, whole } from './sources.ts'

/** Where it is read how many ideas of the programme, or of one Direction, something followed of. */
export const followedPath = (direction?: string): string =>
  direction === undefined ? '/review/followed' : `/review/followed?direction=${encodeURIComponent(direction)}`

export const followedIdeas = (direction?: string): Reader<FollowedView> =>
  named('unread.review', about(['ideas', 'initiatives'], whole(followedPath(direction))))
