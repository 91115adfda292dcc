import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Ballot } from '../ballot/domain.ts'
import type { RecountedBallot } from './recount.ts'

/** Size of a secret ballot's roll; undefined once it is counted, and for an open one. */
export async function sealedIn(tx: Tx, ballot: string): Promise<number | undefined> {
  const db = open(tx)
  const key = db.selectFrom('ballot_key').select('ballot_id').where('ballot_id', '=', ballot)
  if ((await key.executeTakeFirst()) === undefined) return undefined
  const { people } = await db
    .selectFrom('sealed_vote')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('ballot_id', '=', ballot)
    .executeTakeFirstOrThrow()
  return Number(people)
}

/** Counts a ballot from its rows, ignoring stored totals. */
export async function countedFrom(tx: Tx, { id, kind, most, perOption }: Ballot): Promise<RecountedBallot> {
  const db = open(tx)
  const roll = await db
    .selectFrom('vote')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('ballot_id', '=', id)
    .executeTakeFirstOrThrow()
  const sums = await db
    .selectFrom('vote_choice')
    .select(({ fn }) => [
      'option_id',
      fn.sum<number>('points').as('votes'),
      fn.countAll<number>().as('voters'),
    ])
    .where('ballot_id', '=', id)
    .groupBy('option_id')
    .execute()
  const beyond = await db
    .selectFrom('vote_choice')
    .select('person_id')
    .where('ballot_id', '=', id)
    .groupBy('person_id')
    .having(({ eb, fn, or }) =>
      or([eb(fn.sum('points'), '>', most), eb(fn.max('points'), '>', kind === 'dots' ? perOption : 1)]),
    )
    .execute()
  const options = sums.map(
    ({ option_id, votes, voters }) => [option_id, { votes: Number(votes), voters: Number(voters) }] as const,
  )
  return { people: Number(roll.people), options: new Map(options), beyond: beyond.length }
}
