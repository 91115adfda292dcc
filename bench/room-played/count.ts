import { open } from '../../src/db/index.ts'
import type { WallView } from '../../src/tabs/contract/room/wall.ts'
import type { Sending } from '../../test/support/sending/sending.ts'
import type { Phone } from './phone.ts'

/** What was counted, how many there are, and how many there have to be. */
export type Compared = readonly [what: string, is: number, wanted: number]

/** Counts of the database, by plain queries of this script's own. */
export async function countRows({ database }: Sending, workshop: string, ballot: string) {
  return database.read(async tx => {
    const db = open(tx)
    const present = await db
      .selectFrom('attendance')
      .select('person_id')
      .where('workshop_id', '=', workshop)
      .execute()
    const ideas = await db
      .selectFrom('idea')
      .select(['id', 'text', 'author'])
      .where('workshop_id', '=', workshop)
      .where('state', '<>', 'withdrawn')
      .execute()
    const ids = ideas.map(({ id }) => id)
    const supports = await db
      .selectFrom('idea_support')
      .select(['idea_id', 'person_id'])
      .where('idea_id', 'in', ids)
      .execute()
    const votes = await db
      .selectFrom('vote')
      .select(({ fn }) => [fn.count<number>('person_id').distinct().as('people')])
      .where('ballot_id', '=', ballot)
      .executeTakeFirstOrThrow()
    return {
      present: new Set(present.map(({ person_id }) => person_id)).size,
      rowsPresent: present.length,
      ideas: ideas.map(({ text }) => text),
      supports: supports.filter(
        ({ idea_id, person_id }) => ideas.find(({ id }) => id === idea_id)?.author !== person_id,
      ).length,
      votes: Number(votes.people),
    }
  })
}

/** Prints them. @returns whether all are as they have to be */
export function compare(rows: readonly Compared[]): boolean {
  for (const [what, is, wanted] of rows) {
    const verdict = is === wanted ? 'ok' : 'DIFFERS'
    process.stdout.write(
      `${what.padEnd(46)}${String(is).padStart(6)}${String(wanted).padStart(6)}  ${verdict}\n`,
    )
  }
  return rows.every(([, is, wanted]) => is === wanted)
}

/** Ids of all that a wall shows, page after page. */
export async function readWall(phone: Phone, path: string): Promise<ReadonlySet<string>> {
  const shown = new Set<string>()
  let after = ''
  for (let more = true; more; ) {
    const wall = await phone<WallView>(
      'GET',
      after === '' ? path : `${path}?after=${encodeURIComponent(after)}`,
    )
    for (const { id } of wall.ideas) shown.add(id)
    for (const id of wall.gone) shown.delete(id)
    after = wall.revision
    more = wall.more ?? false
  }
  return shown
}
