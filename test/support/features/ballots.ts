import type { Database } from '../../../src/db/index.ts'
import { audienceUsecases } from '../../../src/features/ballots/ballot/audience-usecases.ts'
import { ballotContext } from '../../../src/features/ballots/ballot/context-usecases.ts'
import { listUsecases } from '../../../src/features/ballots/ballot/list-usecases.ts'
import { optionUsecases } from '../../../src/features/ballots/ballot/option-usecases.ts'
import { ballotRoutes } from '../../../src/features/ballots/ballot/routes.ts'
import { sequelReads } from '../../../src/features/ballots/ballot/sequel-usecases.ts'
import { ballotStore } from '../../../src/features/ballots/ballot/store.ts'
import { showUsecases } from '../../../src/features/ballots/ballot/usecases.ts'
import type { TypedBallot } from '../../../src/features/ballots/drafting/domain.ts'
import { ballotCheckUsecases } from '../../../src/features/ballots/drafting/usecases.ts'
import { lastDayUsecases } from '../../../src/features/ballots/lifecycle/last-day-usecases.ts'
import { lifecycleUsecases } from '../../../src/features/ballots/lifecycle/usecases.ts'
import { resultRoutes } from '../../../src/features/ballots/results/routes.ts'
import { turnoutStore } from '../../../src/features/ballots/results/turnout-store.ts'
import { resultUsecases } from '../../../src/features/ballots/results/usecases.ts'
import { secretStore } from '../../../src/features/ballots/secrecy/store.ts'
import { type SecretParts, secretUsecases } from '../../../src/features/ballots/secrecy/usecases.ts'
import type { CastingParts } from '../../../src/features/ballots/voting/casting-usecases.ts'
import { voteRoutes } from '../../../src/features/ballots/voting/routes.ts'
import { voteStore } from '../../../src/features/ballots/voting/store.ts'
import { voteUsecases } from '../../../src/features/ballots/voting/usecases.ts'
import type { Idea, Stepping } from '../../../src/features/ideas/index.ts'
import { nextAllowed, workdaysIn } from '../../../src/features/messages/calendar/domain.ts'
import { threadStore } from '../../../src/features/thread/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { type Clock, DAY } from '../../../src/kernel/time/clock.ts'
import { channel, channels } from '../workshops/workshops.ts'
import { auditIn } from './audit.ts'
import { SOONEST } from './figures.ts'

const idea = { author: 'p-1', state: 'received', supports: 1, directions: 1, comments: 0, at: 0 } as const

/** Stand in for ideas, which have their own tests. */
export const IDEAS: readonly Idea[] = [
  { ...idea, id: 'idea1', text: 'Relire nos courriers avec des usagers', axis: 'usager' },
  { ...idea, id: 'idea2', text: 'Réparer avant de racheter. '.repeat(10).trim() },
]

/** Stands in for next steps: nobody has written any. */
const nextSteps = { shownOn: async () => new Map(), mayWrite: ({ role }: Actor) => role === 'organiser' }

const ideas = {
  stepsOn: async () => new Map(),
  summarisedAt: async () => new Map(),
  top: async () => IDEAS,
  byIds: async (ids: readonly string[]) => ids.flatMap(id => IDEAS.find(each => each.id === id) ?? []),
}

export function ballot(now: number, change: Partial<TypedBallot> = {}): TypedBallot {
  return {
    question: 'Quelle idée tester à la rentrée ?',
    ideas: ['idea1'],
    lines: 'Un carnet de passation\nUn bureau ouvert',
    closesAt: now + 7 * DAY,
    where: { channel: channel.id, directions: [] },
    ...change,
  }
}

/** The Directions of agents, 670 people each. */
const directions = Array.from({ length: 10 }, (_, at) => ({
  id: `direction-${at}`,
  name: `Direction ${at}`,
  headcount: 670,
}))
const programme = { directions, direction: (id: string) => directions.find(each => each.id === id) }

/** Stands in for workshops, which have their own tests: of one, where the first ten agents have a seat. */
const workshops = {
  posted: async (id: string) =>
    id === 'w1' ? { title: 'Le lycée, demain', seatsTaken: 10, state: 'announced' } : undefined,
  answersIn: async (_: string, people: readonly string[]) =>
    new Map(people.filter(id => /^p-\d$/.test(id)).map(id => [id, 'yes' as const])),
  ownTables: async () => [],
  sizeOfTable: async () => undefined,
} as unknown as Parameters<typeof audienceUsecases>[0]['workshops'] &
  Parameters<typeof ballotCheckUsecases>[0]['workshops']

/** Stands in for attendance, which has its own tests: nobody was ever checked in. */
const attendance = {
  cameTo: async () => new Set<string>(),
  countPresent: async () => 0,
  visitedBy: async () => [],
}

const ZONE = 'Europe/Paris'
/** Monday to Friday, from nine, without a holiday. */
const CALENDAR = { hours: { from: '09:00', until: '18:00' }, days: [1, 2, 3, 4, 5], closed: () => false }

/** Stands in for messages, which have their own tests. */
const messages = {
  workdays: async () => workdaysIn(CALENDAR),
  tellable: async (at: number) => nextAllowed(at, CALENDAR, ZONE) ?? at,
}

type SecretOptions = Partial<Pick<SecretParts, 'ballotSecrets' | 'log'>>

/** What only secret ballots do. */
export function secretsOn(database: Database, clock: Clock, options: SecretOptions = {}) {
  const ballotSecrets = ['wraps the ballots of these tests alone']
  return secretUsecases({ ...database, clock, secretStore, ballotSecrets, log: silentLogger, ...options })
}

export function lastDaysOn({ transact, read, note }: Database, clock: Clock) {
  return lastDayUsecases({ transact, read, note, clock, store: ballotStore, zone: ZONE, messages })
}

/** The rooms of the feature as one object. */
export function usecasesOn(
  database: Database,
  clock: Clock,
  { votedBefore, ...options }: SecretOptions & Pick<CastingParts, 'votedBefore'> = {},
) {
  const { transact, read, once, note } = database
  const notifyFollowers = async (tx: Tx, { idea, step, detail = '', at = clock.now() }: Stepping) =>
    void (await threadStore(tx).add({ thing: 'idea', id: idea, kind: step, at, detail }))
  const edges = { transact, read, once, note, clock, ids: randomIds }
  const secrets = secretsOn(database, clock, options)
  const stores = { store: ballotStore, votes: voteStore, turnout: turnoutStore }
  const sequels = sequelReads({ nextSteps, ideas, clock, zone: ZONE })
  const audience = audienceUsecases({ read, programme, workshops, attendance, channels, sequels })
  const context = ballotContext({
    ...stores,
    note,
    clock,
    isCounted: secrets.isCounted,
    votedSecretly: secrets.votedIn,
    audience,
  })
  const around = {
    channels,
    ideas: { ...ideas, notifyFollowers },
    tookPart: async () => {},
    workshops,
    attendance,
    hosts: async () => false,
    programme,
    secrets,
    lastDays: lastDaysOn(database, clock),
    zone: ZONE,
    messages,
    audience,
    context,
    draw: SOONEST,
  }
  const parts = { ...edges, ...around, audit: auditIn(edges), ...stores }
  const checks = ballotCheckUsecases(parts)
  return {
    ...showUsecases(parts),
    ...listUsecases(parts),
    ...optionUsecases(parts),
    ...checks,
    ...lifecycleUsecases({ ...parts, check: checks.check }),
    ...voteUsecases({ ...parts, ...(votedBefore && { votedBefore }) }),
    ...resultUsecases(parts),
  }
}

/** Routes of one ballot that need no page of an organiser. */
export function routesOf(use: ReturnType<typeof usecasesOn>) {
  return [...ballotRoutes(use), ...resultRoutes(use), ...voteRoutes(use)]
}
