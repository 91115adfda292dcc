import { type Database, open } from '../../../src/db/index.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import type { PendingUsecases } from '../../../src/features/ideas/answers/take-back-usecases.ts'
import type { HarvestParts } from '../../../src/features/ideas/harvest/rights-usecases.ts'
import { NONE } from '../../../src/features/ideas/idea/row-store.ts'
import { ideaRooms } from '../../../src/features/ideas/rooms-wire.ts'
import type { WallWorkshops } from '../../../src/features/ideas/wall/rights-usecases.ts'
import { calendarOf } from '../../../src/features/messages/calendar/holidays.ts'
import { hashingUnder } from '../../../src/features/people/people-file/email.ts'
import type { Threshold } from '../../../src/features/programme/index.ts'
import { threadStore } from '../../../src/features/thread/store.ts'
import { threadUsecases } from '../../../src/features/thread/usecases.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { drawnFrom } from '../../../src/kernel/crypto/keyed-random.ts'
import { formKey, type IdempotencyKey } from '../../../src/kernel/storage/idempotency.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import { programme } from '../programme/programme.ts'
import { auditIn, roleChangesIn } from './audit.ts'
import { channelsOn } from './channels.ts'
import { commitmentsOn } from './commitments.ts'
import { initiativesOn } from './initiatives.ts'
import { messagesWith } from './message-rooms.ts'
import { peopleOn } from './people.ts'

const TEAM = { id: 'team', name: 'Faire Administration' }
const CHANNEL = { id: '19:idees@thread.tacv2', name: 'Idées', address: 'address-of-ideas' }
export const WHERE = { channel: CHANNEL.id, directions: [] }

/** Stands in for workshops: there is none. */
const NO_WORKSHOP: HarvestParts['workshops'] & WallWorkshops = {
  posted: async () => undefined,
  answersIn: async () => new Map(),
  facilitates: async () => false,
  leaderIn: async () => undefined,
}
const tableCredit = (table: string) => `La table ${table}`

/** The time in which decisions and answers can be taken back is over, and what became of them is true. */
export async function publish(
  database: Pick<Database, 'read'>,
  clock: { readonly advance: (ms: number) => void },
  ideas: Pick<PendingUsecases, 'applyDue'>,
): Promise<void> {
  clock.advance(TELL_AFTER)
  const pending = await database.read(tx =>
    open(tx).selectFrom('idea_decision').select('idea_id').distinct().execute(),
  )
  for (const { idea_id } of pending) await ideas.applyDue(idea_id)
}

/** The use-cases of all rooms of ideas at once. */
function wholeOf({
  submitting,
  answering,
  merging,
  moderating,
  harvesting,
  registering,
  ...rooms
}: ReturnType<typeof ideaRooms>) {
  return {
    ...rooms.ideas,
    ...rooms.steps,
    ...rooms.supports,
    ...rooms.similarity,
    ...rooms.boxes,
    ...submitting.submissions,
    ...submitting.corrections,
    ...rooms.comments,
    ...answering.answers,
    ...answering.decisions,
    ...answering.pendings,
    ...answering.initiatives,
    ...merging.merges,
    ...merging.mergeMessages,
    ...rooms.anonymity,
    ...moderating.moderation,
    ...moderating.commentReports,
    ...moderating.hidings,
    ...harvesting.collecting,
    ...harvesting.harvests,
    ...harvesting.harvestReading,
    ...rooms.summing.summaries,
    keepPresence: rooms.summing.keepPresence,
    ...registering.register,
    ...registering.search,
    ...rooms.retrieval,
    ...rooms.timelines,
    ...rooms.walls,
    ...rooms.erasure,
  }
}

/** Ideas and commitments over a migrated database, with the features they lean on. */
export function featuresOn(
  database: Database,
  clock: Clock,
  workshops = NO_WORKSHOP,
  present: readonly string[] = [],
  secureChance = () => 0.5,
  thresholds: readonly Threshold[] = [],
) {
  const { transact, read, once, note } = database
  const edges = { transact, read, once, note, clock, ids: randomIds }
  const base = { ...edges, audit: auditIn(edges), roleChanged: roleChangesIn(database), programme }
  const { directions } = programme
  const today = () => dateIn(clock.now(), programme.zone)
  const people = peopleOn({
    ...base,
    hashing: hashingUnder('of these tests'),
    guests: false,
    zone: programme.zone,
    directions,
    organisers: ['maelle'],
  })
  const { forget } = database.posts
  const channels = channelsOn({ ...base, forget, directions })
  const thread = threadUsecases({ ...base, store: threadStore, people })
  const { zone, messages: rules, calendar } = programme
  const messages = messagesWith({
    ...base,
    people,
    zone,
    perWeek: rules.perWeek,
    calendar: calendarOf(calendar),
  })
  const participants = async (_: string, limit: number, after: string) =>
    present.filter(id => id > after).slice(0, limit)
  // Everybody is in the room: who is not, test/features/ideas/gathering.spec.ts says.
  const isPresent = async () => true
  const nextSteps = { shownOn: async () => new Map(), allOn: async () => [] }
  const seriesPosted = async () => undefined
  const votes = { votesAt: async () => new Map(), workshopOf: async () => undefined }
  const shared = {
    people,
    channels,
    thread,
    messages,
    nextSteps,
    votes,
    workshops,
    tableCredit,
    participants,
    isPresent,
    seriesPosted,
  }
  const method = { ...programme, thresholds }
  const ideas = wholeOf(
    ideaRooms({
      ...base,
      ...shared,
      programme: method,
      secureChance,
      small: NONE,
      zone,
      draw: drawnFrom('of these tests'),
    }),
  )
  const initiatives = initiativesOn({ ...base, people, ideas, messages, thread })
  const commitments = commitmentsOn({ ...base, today, people, ideas, thread })
  return {
    ideas,
    initiatives,
    people,
    thread,
    commitments,
    /** Somebody who said hello, and which Direction they work in when `direction` is given. */
    async person(name: string, direction?: string): Promise<Actor> {
      const greeting = { tenant: 'region', objectId: name, name, language: 'fr' as const }
      const actor = await people.greet(greeting)
      return direction === undefined ? actor : people.chooseDirection(actor, direction)
    },
    openChannel: () => channels.installed(TEAM, CHANNEL, 'somebody'),
  }
}

let forms = 0

/** The key of a form drawn for this call alone. */
export function freshForm(actor: Actor): readonly IdempotencyKey[] {
  return [formKey(actor.id, `form-${++forms}-of-many-forms`, {})]
}
