import type { Database } from '../../../src/db/index.ts'
import { hashingUnder } from '../../../src/features/people/people-file/email.ts'
import { wirePeopleFile } from '../../../src/features/people/wire.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../product/clock.ts'
import { sequentialIds } from '../product/ids.ts'
import { programme } from '../programme/programme.ts'
import { auditIn, roleChangesIn } from './audit.ts'
import { peopleOn } from './people.ts'
import { peopleFile } from './people-file.ts'

const SECRET = 'of these tests alone'
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'

export type Deps = {
  organisers?: readonly string[]
  secret?: string
  mails?: Readonly<Record<string, string>>
  clock?: Clock
}

/** People and their file on one database; `mails`: what Teams knows, by object id. */
export function setRoster(
  db: Database,
  { organisers = [], secret = SECRET, mails = {}, clock = fixedClock() }: Deps = {},
) {
  const { directions, zone } = programme
  const ids = sequentialIds()
  const asked: string[] = []
  const people = peopleOn({
    ...db,
    roleChanged: roleChangesIn(db),
    hashing: hashingUnder(secret),
    guests: false,
    memberOf: async (_, objectId) => {
      asked.push(objectId)
      const mail = mails[objectId]
      return mail === undefined ? undefined : { objectId, tenant: TENANT, name: objectId, mails: [mail] }
    },
    directions,
    organisers,
    clock,
    zone,
    ids,
    audit: auditIn({ ...db, clock, ids }),
  })
  const roster = wirePeopleFile({ ...db, roleChanged: roleChangesIn(db) }, { directions, secret })
  const greeting = (objectId: string) => ({
    tenant: TENANT,
    objectId,
    name: objectId,
    language: 'fr' as const,
  })

  async function difference(outcome: ReturnType<typeof roster.apply>) {
    const done = await outcome
    if ('faults' in done) throw new Error(JSON.stringify(done.faults))
    return done.difference
  }

  return {
    people,
    roster,
    asked,
    /** Opens a tab, signed in under an e-mail. */
    signsIn: (objectId: string, mail: string) => people.greet({ ...greeting(objectId), mails: [mail] }),
    /** Writes to the bot; whatever is noted of it waits. */
    writes: (objectId: string) =>
      people.greet({ ...greeting(objectId), chat: `chat-${objectId}`, askAt: `chat-${objectId}` }),
    /** The facts that wait, each taken from the queue. */
    async facts() {
      const found = []
      for (let taken = await db.queue.take(); taken; taken = await db.queue.take()) {
        found.push(taken.fact)
        await db.queue.finish(taken.id)
      }
      return found
    },
    imports: (...rows: readonly string[]) => difference(roster.apply(peopleFile(...rows))),
    compares: (...rows: readonly string[]) => difference(roster.compare(peopleFile(...rows))),
  }
}
