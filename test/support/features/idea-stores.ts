import { anonymityStore } from '../../../src/features/ideas/anonymity/store.ts'
import { outcomeStore } from '../../../src/features/ideas/answers/outcome-store.ts'
import { answerStore } from '../../../src/features/ideas/answers/store.ts'
import { pendingStore } from '../../../src/features/ideas/answers/take-back-store.ts'
import { boxStore } from '../../../src/features/ideas/boxes/store.ts'
import { commentStore } from '../../../src/features/ideas/comments/store.ts'
import { leavingStore } from '../../../src/features/ideas/erasure/store.ts'
import { harvestStore } from '../../../src/features/ideas/harvest/store.ts'
import { NONE, type Small } from '../../../src/features/ideas/idea/row-store.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { mergeStore } from '../../../src/features/ideas/merging/store.ts'
import { commentModerationStore } from '../../../src/features/ideas/moderation/comment-report-store.ts'
import { moderationStore } from '../../../src/features/ideas/moderation/store.ts'
import { FEW, searchStore } from '../../../src/features/ideas/register/search-store.ts'
import { registerStore } from '../../../src/features/ideas/register/store.ts'
import { similarStore } from '../../../src/features/ideas/similarity/store.ts'
import { summaryStore } from '../../../src/features/ideas/summary/store.ts'
import { answerDueStore } from '../../../src/features/ideas/support/answer-due-store.ts'
import { supportStore } from '../../../src/features/ideas/support/store.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'

/** The rows of all rooms of ideas at once. `small`: see `Small`. */
export function ideaRows(tx: Tx, small: Small = NONE) {
  return {
    ...ideaStore(tx, small),
    ...boxStore(tx),
    ...supportStore(tx, small),
    ...answerDueStore(tx),
    ...commentStore(tx),
    ...commentModerationStore(tx),
    ...answerStore(tx, small),
    ...outcomeStore(tx),
    ...pendingStore(tx),
    ...anonymityStore(tx),
    ...searchStore(tx, FEW, small),
    ...similarStore(tx),
    ...moderationStore(tx, small),
    ...mergeStore(tx, small),
    ...harvestStore(tx, small),
    ...registerStore(tx, small),
    ...summaryStore(tx, small),
    ...leavingStore(tx),
  }
}
