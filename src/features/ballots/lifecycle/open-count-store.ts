import { open } from '../../../db/index.ts'
import type { OpenCount } from '../../../kernel/storage/open-count.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

const unended = (tx: Tx, now: number) =>
  open(tx)
    .selectFrom('ballot')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('closes_at', '>', now)

/** Ballots that take votes: like `stageOf`, whatever the clock of this instance says of one opened at its creation. */
export const openBallots: OpenCount = {
  kind: 'ballots-open',
  async count(tx, { now }) {
    const { count } = await unended(tx, now)
      .where(({ eb, or, ref }) => or([eb('opens_at', '<=', now), eb('opens_at', '<=', ref('created_at'))]))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}

/** Ids of ballots that take votes, or will at their time. */
export async function endingBallots(tx: Tx, now: number, limit: number): Promise<readonly string[]> {
  const rows = await open(tx)
    .selectFrom('ballot')
    .select('id')
    .where('closes_at', '>', now)
    .where('opens_at', 'is not', null)
    .orderBy('closes_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Drafts, and ballots that open at a time to come. */
export const preparedBallots: OpenCount = {
  kind: 'ballots-prepared',
  async count(tx, { now }) {
    const { count } = await unended(tx, now)
      .where(({ and, eb, or, ref }) =>
        or([
          eb('opens_at', 'is', null),
          and([eb('opens_at', '>', now), eb('opens_at', '>', ref('created_at'))]),
        ]),
      )
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}
