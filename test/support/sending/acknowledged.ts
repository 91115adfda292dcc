import assert from 'node:assert/strict'
import { open, openDatabase } from '../../../src/db/index.ts'
import type { Person } from '../sign-in/cast.ts'

/** One person of the load: what was acknowledged to them, oldest first, and what they were last heard saying. */
export type Deeds = {
  readonly kind: string
  readonly who: Person
  readonly acknowledged: string[]
  /** Sent and not answered: it may stand or not. */
  unanswered?: string
}

/** All that stands in the SQLite file, `object id` → what. */
async function standingIn(file: string) {
  const database = await openDatabase({ url: `file:${file}` })
  const rows = await database.read(async tx => {
    const db = open(tx)
    const owned = <T extends 'vote_choice' | 'registration' | 'idea' | 'commitment'>(table: T) =>
      db.selectFrom(table)
    return {
      people: await db.selectFrom('person').select(['id', 'object_id']).execute(),
      vote: await owned('vote_choice').select(['person_id as person', 'option_id as what']).execute(),
      answer: await owned('registration').select(['person_id as person', 'answer as what']).execute(),
      idea: await owned('idea').select(['author as person', 'text as what']).execute(),
      commitment: await owned('commitment').select(['person_id as person', 'text as what']).execute(),
      options: await db.selectFrom('ballot_option').select(['id', 'votes']).execute(),
      ballots: await db.selectFrom('ballot').select(['id', 'votes']).execute(),
      workshops: await db.selectFrom('workshop').select(['id', 'seats_taken']).execute(),
    }
  })
  await database.close()
  return rows
}

type Standing = Awaited<ReturnType<typeof standingIn>>

function mine({ people, ...rows }: Standing, { kind, who }: Deeds): readonly string[] {
  const id = people.find(({ object_id }) => object_id === who.objectId)?.id
  const kept = rows[kind as 'vote' | 'answer' | 'idea' | 'commitment']
  return kept.filter(({ person }) => person === id).map(({ what }) => what)
}

/** A vote or an answer takes the place of the one before: the last one counts. */
function assertLast(stands: readonly string[], { who, acknowledged, unanswered }: Deeds): void {
  const possible = [acknowledged.at(-1), unanswered].filter(what => what !== undefined)
  if (acknowledged.length === 0 && stands.length === 0) return
  assert.equal(stands.length, 1, `${who.name} has ${stands.length}`)
  assert.ok(possible.includes(stands[0] ?? ''), `${who.name}: ${stands[0]} stands, not ${possible}`)
}

/** Ideas and commitments are all there, once each, and nothing that nobody sent. */
function assertAll(stands: readonly string[], { who, acknowledged, unanswered }: Deeds): void {
  assert.equal(new Set(stands).size, stands.length, `${who.name} has something twice`)
  const lost = acknowledged.filter(what => !stands.includes(what))
  assert.deepEqual(lost, [], `${who.name} lost what was acknowledged`)
  const strange = stands.filter(what => what !== unanswered && !acknowledged.includes(what))
  assert.deepEqual(strange, [], `${who.name} has what was never sent`)
}

function assertTallies({ vote, answer, options, ballots, workshops }: Standing): void {
  for (const { id, votes } of options) assert.equal(votes, vote.filter(({ what }) => what === id).length)
  assert.equal(ballots[0]?.votes, vote.length)
  assert.equal(workshops[0]?.seats_taken, answer.filter(({ what }) => what === 'yes').length)
}

/** Holds the file to all that was acknowledged, and its tallies to its rows. */
export async function assertKept(file: string, deeds: readonly Deeds[]): Promise<void> {
  const standing = await standingIn(file)
  for (const one of deeds) {
    const check = one.kind === 'vote' || one.kind === 'answer' ? assertLast : assertAll
    check(mine(standing, one), one)
  }
  assertTallies(standing)
}
