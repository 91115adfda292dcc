import type { OpenCount } from '../../../kernel/storage/open-count.ts'
import { sequelStore } from './store.ts'

/** Ballots that are closed, of which nobody has said yet what follows. */
export const unfollowedBallots: OpenCount = {
  kind: 'ballots-unfollowed',
  count: tx => sequelStore(tx).countAwaited(),
}
