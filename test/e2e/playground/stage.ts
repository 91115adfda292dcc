import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { compose } from '../../../src/compose.ts'
import { readConfig } from '../../../src/config/index.ts'
import type { ConversationPlace } from '../../../src/conversation/protocol/incoming.ts'
import { open } from '../../../src/db/index.ts'
import { DEMO_TENANT, PERSONAS } from '../../../src/demo/personas/personas.ts'
import { startPlayground } from '../../../src/demo/playground/playground.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import { noLimits } from '../../../src/kernel/requests/limits.ts'
import type { Language } from '../../../src/kernel/text/language.ts'
import { momentOf } from '../../../src/kernel/time/time-zone.ts'
import { serve } from '../../../src/serve.ts'
import { freePort } from '../../support/machine/port.ts'
import { chatOf } from './chat.ts'

const SHIPPED = 'programmes/occitanie.yaml'
/** Its name is as long as a Direction's name gets. */
export const DIRECTION = 'numerique'
/** As the demo's Playground calls it. */
export const CHANNEL = '19:ateliers@thread.tacv2'
/** A group chat: nobody becomes reachable by acting there. */
const ELSEWHERE: ConversationPlace = { key: 'elsewhere', kind: 'group', address: 'elsewhere' }

const [maelle, , nadia, camille] = PERSONAS
assert(nadia && camille)
type Someone = Pick<typeof maelle, 'objectId' | 'name'>

/** Whoever sits at the Playground is the pilot; somebody else organises. */
export const CAST = { maelle, nadia, camille }

function methodIn(language: Language, folder: string): string {
  const file = join(folder, 'programme.yaml')
  const shipped = readFileSync(SHIPPED, 'utf8')
  // Each week of the play has a message more than people are written in a real one.
  const fuller = shipped.replace('\n  perWeek: 3\n', '\n  perWeek: 4\n')
  assert.notEqual(fuller, shipped)
  writeFileSync(file, fuller.replace('\nlanguage: fr\n', `\nlanguage: ${language}\n`))
  return file
}

/** The product in demo mode with a clock that can be set, on a programme that speaks `language`. */
async function startProduct(language: Language, folder: string, clock: { readonly now: () => number }) {
  const settings = {
    PORT: String(await freePort()),
    DATABASE_URL: 'file::memory:',
    PROGRAMME_FILE: methodIn(language, folder),
    LINK_SECRET: 'signs the links of these tests alone',
  }
  const organisers = [camille?.objectId ?? '']
  const config = { ...readConfig(settings, ['--demo']), tenants: [DEMO_TENANT], organisers }
  const app = await compose(config, silentLogger, { clock, limits: noLimits })
  return { app, config, ...(await serve(app)) }
}

type Looked =
  | 'message_stop'
  | 'registration'
  | 'vote'
  | 'commitment'
  | 'idea'
  | 'commitment_note'
  | 'person'
  | 'ballot'
  | 'ballot_option'
  | 'pilot_post'
  | 'post'

export type Stage = Awaited<ReturnType<typeof openStage>>

/** The Agents Playground in front of the real product, its pilot's chat open in a window. `day`: `YYYY-MM-DD`. */
export async function openStage(browser: Browser, language: Language, day: string) {
  const folder = mkdtempSync(join(tmpdir(), 'faire-nudges-'))
  const clock = { shift: 0, now: () => Date.now() + clock.shift }
  const set = (date: string, time: string) => {
    clock.shift = (momentOf(date, time, 'Europe/Paris') ?? assert.fail(date)) - Date.now()
  }
  set(day, '05:00')
  const { app, config, stop } = await startProduct(language, folder, clock)
  const words = app.words(language)

  const greet = ({ objectId, name }: Someone) =>
    app.people.greet({ tenant: DEMO_TENANT, objectId, name, language })

  async function seat(who: Someone, role: Role): Promise<void> {
    const actor = await greet(who)
    if (actor.role !== role) await app.people.assignRole(actor.id, role, role === 'pilot' ? [DIRECTION] : [])
    await app.people.chooseDirection(await greet(who), DIRECTION)
  }

  const deliver = async () => {
    app.delivery.wake()
    await app.delivery.idle()
  }

  await seat(maelle, 'pilot')
  await seat(CAST.nadia ?? maelle, 'agent')
  const playground = await startPlayground(config.publicUrl, folder, words.say('app.name'), await freePort())
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
  // What a card leads to elsewhere is asked for, and never reached.
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    route => route.abort(),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(playground.url)
  const chat = chatOf(page, language)
  await chat.arrived(maelle.name)

  const pilot = await greet(maelle)

  /** The rows of a table that are so. */
  const rows = (table: Looked, where: Readonly<Record<string, string>>) =>
    app.database.read(async tx => {
      let query = open(tx)
        .selectFrom(table as 'idea')
        .selectAll()
      for (const [column, value] of Object.entries(where)) query = query.where(column as 'id', '=', value)
      return (await query.execute()) as readonly Readonly<Record<string, unknown>>[]
    })

  return {
    app,
    page,
    chat,
    words,
    say: words.say,
    pilot,

    /** Somebody presses a button elsewhere. Answers what the buttons of the answer carry. */
    async act(who: Someone | undefined, verb: string, data: object) {
      const from = { ...(who ?? maelle), tenant: DEMO_TENANT }
      const press = {
        kind: 'pressed',
        id: app.ids.next(),
        verb,
        from,
        place: ELSEWHERE,
        locale: language,
      } as const
      const reply = await app.router.answer({ ...press, data: { nonce: app.ids.nonce(), ...data } })
      assert.notEqual(reply?.notice?.tone, 'bad', reply?.notice?.title)
      await deliver()
      const { buttons = [] } = (reply?.card.data ?? {}) as { buttons?: readonly { data: object }[] }
      return Object.assign({}, reply?.card.data, ...buttons.map(button => button.data)) as Record<
        string,
        unknown
      >
    },

    /** It is that day, at five past nine unless `time` says otherwise, and what is due has gone out. */
    async on(date: string, time = '09:05'): Promise<void> {
      set(date, time)
      await chat.mark()
      await deliver()
    },

    /** So many milliseconds go by, and what is due has gone out. */
    async pass(span: number): Promise<void> {
      clock.shift += span
      await deliver()
    },

    deliver,

    rows,
    count: async (table: Looked, where: Readonly<Record<string, string>>) =>
      (await rows(table, where)).length,

    /** How many messages a week the pilot wants. */
    cap: () =>
      app.database.read(async tx => {
        const rows = open(tx).selectFrom('message_preference').select('per_week')
        return (await rows.where('person_id', '=', pilot.id).executeTakeFirst())?.per_week
      }),

    async close() {
      await context.close()
      playground.stop()
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
