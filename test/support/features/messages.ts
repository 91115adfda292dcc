import type { Database } from '../../../src/db/index.ts'
import { weekOf } from '../../../src/features/messages/calendar/domain.ts'
import type { Claimed, Telling } from '../../../src/features/messages/index.ts'
import { wireMessages } from '../../../src/features/messages/wire.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import type { Language } from '../../../src/kernel/text/language.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { FixedClock } from '../product/clock.ts'
import { programme } from '../programme/programme.ts'
import { auditIn, roleChangesIn } from './audit.ts'

export const ZONE = 'Europe/Paris'

export function pilot(name: string): Actor {
  return { id: name, name, role: 'pilot', language: 'fr', direction: 'lycees', leads: ['lycees'] }
}

/** One message as it went out. */
export type Out = Pick<Claimed, 'key' | 'topic'> & { person: string; at: number; week: string }

/**
 * Messages on a database of their own, told by a feature called `test`. `unreachable` holds who has no chat.
 * `deliver` does what delivery would with what is due; `luck`: what becomes of each message. What broke down before it was
 * posted, or before that was noted as done, is tried again a minute later.
 */
export function setMessages(db: Database, clock: FixedClock) {
  const unreachable = new Set<string>()
  const people = {
    actor: async (id: string) => pilot(id),
    reachOf: async (id: string) =>
      unreachable.has(id) ? ({ why: 'not-installed' } as const) : { to: `chat-${id}` },
    answered: async () => undefined,
  }
  const words = (language: Language) => wordsIn(language, ZONE)
  const audit = auditIn({ ...db, clock, ids: randomIds })
  const edges = {
    ...db,
    audit,
    roleChanged: roleChangesIn(db),
    clock,
    ids: randomIds,
    log: silentLogger,
    words,
    zone: ZONE,
    home: 'fr' as const,
    tabLink: () => '',
  }
  const wire = wireMessages(edges, { programme, people, linkSecret: 'draws for these tests alone' })
  const out: Out[] = []

  async function post({ key, to, topic, actor }: Claimed): Promise<void> {
    await db.posts.recordPost({ key, address: to, message_id: key }, clock.now())
    out.push({ key, topic, person: actor.id, at: clock.now(), week: weekOf(clock.now(), ZONE) })
  }

  async function deliver(luck: 'fine' | 'not posted' | 'not done' = 'fine'): Promise<void> {
    for (let taken = await db.queue.take(); taken; taken = await db.queue.take()) {
      const claimed = await wire.usecases.claim(String(taken.fact.payload.message))
      if (claimed && luck !== 'not posted') await post(claimed)
      if (claimed && luck !== 'fine') await db.queue.requeue(taken, clock.now() + MINUTE, taken.attempts)
      else await db.queue.finish(taken.id)
    }
  }

  return {
    ...wire,
    out,
    unreachable,
    deliver,
    tell: (person: string, reason: string, more: Partial<Telling> = {}) =>
      db.transact(tx =>
        wire.usecases.tell(tx, { person, topic: 'workshop-soon', reason, subject: {}, by: 'test', ...more }),
      ),
    /** Time goes by in steps of `step`, and what falls due is sent. */
    async pass(ms: number, step: number): Promise<void> {
      for (let gone = 0; gone < ms; gone += step) {
        clock.advance(step)
        await deliver()
      }
    },
  }
}
