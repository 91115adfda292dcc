import assert from 'node:assert/strict'
import { workdaysIn } from '../../../src/features/messages/calendar/domain.ts'
import type { Telling } from '../../../src/features/messages/index.ts'
import { type NudgeParts, nudgeUsecases, RUN } from '../../../src/features/nudges/rules/usecases.ts'
import type { NudgeKind } from '../../../src/features/programme/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { rounded } from '../../../src/kernel/personal-data/counts.ts'
import type { Fact } from '../../../src/kernel/storage/outbox.ts'
import { ballot } from '../../cards/samples/ballots/ballot.ts'
import { fixedClock, freshDatabase, sqlite } from '../../support/database/engines.ts'
import { programme } from '../../support/programme/programme.ts'

const BROKEN = 'finances'
const DIRECTIONS = ['lycees', BROKEN, 'culture']
const workdays = workdaysIn({ days: [1, 2, 3, 4, 5], closed: () => false })
const unasked = async (): Promise<never> => assert.fail('asked in vain')

/** Twelve pilots: two parts of a run. */
const pilots = Array.from({ length: 12 }, (_, n): Actor => {
  const direction = DIRECTIONS[n % 3] ?? ''
  return {
    id: `p${10 + n}`,
    name: 'Inès Roques',
    role: 'pilot',
    language: 'fr',
    direction,
    leads: [direction],
  }
})

describe('a run of a rule for pilots', () => {
  const standing = freshDatabase(sqlite)
  const asked: string[] = []
  const told: string[] = []
  const logged: object[] = []
  const noted: Fact[] = []
  let works = false
  let closed = false

  const use = (kind: NudgeKind) => {
    const tell = async (_: unknown, { person }: Telling) => Boolean(told.push(person))
    const count =
      <T>(what: string, found: T) =>
      async () => {
        asked.push(what)
        return found
      }
    const parts: NudgeParts = {
      ...standing.db,
      clock: fixedClock(),
      zone: 'Europe/Paris',
      ids: randomIds,
      note: async (_, fact) => void noted.push(fact),
      log: { info: unasked, warn: unasked, error: fields => void logged.push(fields) },
      people: { pilots: async () => pilots },
      programme: { ...programme, nudges: [{ id: 'rule', kind, at: '0 7 * * *' }] },
      preferences: unasked,
      messages: { tell, absorb: unasked, isDue: unasked, workdays: async () => workdays },
      workshops: { coming: unasked, soon: unasked, seatedIn: unasked, answersIn: unasked },
      ideas: {
        axesSince: unasked,
        waitingSince: async direction => {
          if (direction === BROKEN && !works) throw new Error('no reading this one')
          return [{ id: `idea-${direction}` }] as never
        },
      },
      ballots: {
        closingBy: async () => [ballot(text => text)],
        nonVoters: unasked,
        turnouts: count('turnouts', new Map()),
      },
      isClosed: async () => closed,
      commitments: {
        due: unasked,
        sharedDue: count('sharedDue', new Map(DIRECTIONS.map(id => [id, rounded(9)]))),
      },
    }
    return nudgeUsecases(parts)
  }

  beforeEach(() => {
    works = false
    closed = false
    for (const list of [asked, told, logged, noted]) list.length = 0
  })

  it('looks at all the others when the look at one fails, and fails to be tried again', async () => {
    const { run } = use('ideas-waiting')
    const fine = pilots.slice(0, 10).filter(({ direction }) => direction !== BROKEN)
    await assert.rejects(run('rule'), /no reading/)
    assert.deepEqual(
      told,
      fine.map(({ id }) => id),
    )
    assert.equal(logged.length, 3)
    assert.doesNotMatch(JSON.stringify(logged), /Inès|p1\d/)
    assert.deepEqual(
      noted.map(({ kind, payload }) => [kind, payload.after]),
      [[RUN, 'p19']],
    )
    await assert.rejects(run('rule'), /no reading/)
    assert.deepEqual([told.length, noted.length], [fine.length, 1])
    works = true
    await run('rule')
    assert.deepEqual(
      told.toSorted(),
      pilots.slice(0, 10).map(({ id }) => id),
    )
  })

  it('reminds nobody once the programme is closed', async () => {
    works = true
    closed = true
    await use('ideas-waiting').run('rule')
    assert.deepEqual([told, noted], [[], []])
  })

  it('counts once what is the same for all of a part', async () => {
    await use('horizons').run('rule')
    await use('ballot-closing').run('rule')
    assert.deepEqual(asked, ['sharedDue', 'turnouts'])
    assert.equal(told.length, 10)
  })
})
