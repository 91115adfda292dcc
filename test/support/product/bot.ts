import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { languageOf } from '../../../src/kernel/text/language.ts'
import { HOUR, SECOND } from '../../../src/kernel/time/clock.ts'
import type { Engine } from '../database/engines.ts'
import type { Person } from '../sign-in/cast.ts'
import { openWorld } from './world.ts'

export type Bot = Awaited<ReturnType<typeof startBot>>

type Options = Pick<
  NonNullable<Parameters<typeof openWorld>[0]>,
  | 'people'
  | 'channels'
  | 'limits'
  | 'log'
  | 'programmeFile'
  | 'wordsFolder'
  | 'ballotSecrets'
  | 'metrics'
  | 'guests'
  | 'assistant'
>

/** A database that outlives its connection: a file on SQLite. On a server it is what `create` makes. */
export async function createDatabase(
  engine: Engine,
  create = engine.create,
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (engine.name !== 'sqlite') return create()
  const folder = mkdtempSync(join(tmpdir(), 'faire-flows-'))
  return {
    url: `file:${join(folder, 'programme.sqlite')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/**
 * The whole product with the strict Teams, on the database at `url`, within Teams' rate limits. Nothing is delivered
 * before `settle` or `later`, so that what a turn does by itself can be told from what delivery does after it.
 */
export async function startBot(url: string, options: Options = {}) {
  const world = await openWorld({ url, rates: true, ids: randomIds, ...options })
  const { app, clock, teams } = world
  await app.delivery.stop()

  /** Delivers what is due now, and nothing later. */
  async function settle(): Promise<void> {
    app.delivery.start()
    await app.delivery.idle()
    await app.delivery.stop()
  }

  /** Advances the clock, then delivers what is due. */
  async function later(ms: number): Promise<void> {
    clock.advance(ms)
    await settle()
  }

  return {
    ...world,
    settle,
    later,
    /** Advances the clock to a time, an hour at a time, so that each fact is delivered when it falls due. */
    until: async (moment: string) => {
      const end = Date.parse(moment)
      const next = async () => (await app.database.queue.nextDue()) ?? end
      // Skips ahead to the next due fact: nobody acts in between.
      for (let due = await next(); clock.now() + HOUR <= end; ) {
        clock.advance(HOUR)
        if (due > clock.now()) continue
        await settle()
        due = await next()
      }
      await later(Math.max(0, end - clock.now()))
    },
    /** One person's next act, a second after the last. */
    as: (person: Person) => {
      clock.advance(SECOND)
      const gestures = teams.as(person)
      const presses: typeof gestures.presses = async (place, wanted, filled, how = {}) => {
        const before = teams.calls.length
        const seen = await gestures.presses(place, wanted, filled, how)
        // An edit while a press is answered would replace the answer for the person who pressed.
        if (how.by !== 'submit') assert.equal(teams.calls.length, before, 'a press made the bot call Teams')
        return seen
      }
      return { ...gestures, presses }
    },
    /** Registers people with their role and Direction in the cast. */
    seat: async (people: readonly Person[]) => {
      for (const { tenant, objectId, name, locale, role, direction } of people) {
        const actor = await app.people.greet({ tenant, objectId, name, language: languageOf(locale) })
        if (role !== actor.role)
          await app.people.assignRole(actor.id, role, direction === undefined ? [] : [direction])
        if (direction !== undefined) await app.people.chooseDirection(actor, direction)
      }
    },
  }
}

/** A bot for each test, on a database of its own. */
export function freshBot(engine: Engine, options: Options = {}) {
  const standing = {} as { bot: Bot; url: string }
  let drop = async () => {}
  beforeEach(async () => {
    const made = await createDatabase(engine, engine.begin)
    drop = made.drop
    standing.url = made.url
    standing.bot = await startBot(made.url, options)
  })
  afterEach(async () => {
    await standing.bot.close().finally(drop)
  })
  return standing
}
