import { MOST_LETTERS } from '../../../src/conversation/protocol/input-size.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { Engine } from '../../support/database/engines.ts'
import { found } from '../../support/product/card-assertions.ts'
import { callsOn, pressesOn } from '../../support/product/inputs.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { COLLEAGUES } from '../../support/teams/index.ts'
import { addressOf } from './calls.ts'
import { type Field, fieldsOf } from './fields.ts'
import { type Ground, PEOPLE, setGround } from './ground.ts'
import { put } from './mutation.ts'
import { wrongWith } from './play.ts'
import { type Answer, httpMethod, type Sending, send } from './request.ts'
import { RUNS } from './runs.ts'

/** Letters: as one writes, then as nobody does. */
const SHORT = 100
export const LENGTHS = [20_000, 100_000] as const
/** Of an address, which Node reads to 16 kB. */
const IN_ADDRESS = 4_000
/** Milliseconds of one processor that a long text may take more than a short one. */
const MORE = 100
const TRIES = 4
const CHAT = '/api/messages'
/** Sendings, of a second each, for which a token is good. */
const RENEWED = 500

type Trial = {
  readonly what: string
  readonly at: (length: number) => Sending
  readonly bounded: boolean
  readonly file: boolean
}
export type Long = {
  readonly fields: number
  readonly tried: number
  readonly faults: readonly string[]
  /** The slowest, in milliseconds of one processor beyond what is short. */
  readonly slowest: readonly { readonly what: string; readonly ms: number }[]
}

/** Sends as an organiser, a second after the last, with tokens that are still good. */
function sendingTo({ bot }: Ground, lab: Person) {
  let sent = 0
  let tokens = { chat: '', tab: '' }
  return async (sending: Sending): Promise<Answer> => {
    bot.clock.advance(SECOND)
    if (sent++ % RENEWED === 0)
      tokens = {
        chat: await bot.signIn.botToken({ serviceurl: bot.teams.serviceUrl }),
        tab: await bot.signIn.tabToken(lab),
      }
    const authorization = `Bearer ${sending.path === CHAT ? tokens.chat : tokens.tab}`
    return send(bot.origin, { ...sending, headers: { 'content-type': 'application/json', authorization } })
  }
}

/** How a text is sent in each field that a door reads, and in each place where one types. */
function sendersOf({ bot, things }: Ground, lab: Person, fields: readonly Field[]) {
  const { activities } = bot.teams
  const here = { conversation: activities.chatOf(lab) }
  const asActivity = (activity: object): Sending => {
    return { method: 'POST', path: CHAT, headers: {}, body: JSON.stringify(activity) }
  }
  const elsewhere = { conversation: COLLEAGUES }

  const typing: readonly (readonly [string, (text: string) => object])[] = [
    ['typed', text => activities.typed(lab, here, text)],
    ['typed as an idea', text => activities.typed(lab, here, `idée ${text}`)],
    ...['ideas.search', 'workshops.search', 'ballots.search'].map(
      commandId =>
        [
          commandId,
          (value: string) =>
            activities.extension(lab, elsewhere, 'query', {
              commandId,
              parameters: [{ name: 'text', value }],
            }),
        ] as const,
    ),
    [
      'ideas.quote',
      content =>
        activities.extension(lab, elsewhere, 'fetchTask', {
          commandId: 'ideas.quote',
          messagePayload: { id: '1', body: { contentType: 'html', content } },
        }),
    ],
  ]

  function sender({ door, part, path }: Field): (text: string) => Sending {
    if (part === 'data')
      return text => {
        const data = put(pressesOn(things)[door], path, () => text)
        return asActivity(activities.executed(lab, here, 'card', { verb: door, data }))
      }
    const [method = '', route = ''] = door.split(' ')
    return text => {
      const call = put({ params: {}, query: {}, ...callsOn(things)[door] }, [part, ...path], () => text)
      const { body, ...shape } = call as { params: object; query: object; body?: object }
      const sent = { method: httpMethod(method), path: addressOf(route, shape), headers: {} }
      return body ? { ...sent, body: JSON.stringify(body) } : sent
    }
  }

  return [
    ...typing.map(([what, activity]) => ({
      what,
      part: 'typed' as const,
      of: (text: string) => asActivity(activity(text)),
    })),
    ...fields.map(field => ({
      what: `${field.door} ${field.part}.${field.path.join('.')}`,
      part: field.part,
      of: sender(field),
    })),
  ]
}

/** Bytes of a body that is read. */
const READ = 250_000
/** Files, read by organisers, which take as long as they are. */
const FILES: readonly string[] = [
  'post /people/file/check body.file',
  'post /people/file/faults body.file',
  'post /people/file/import body.file',
  'post /workshops/:id/harvest/file body.file',
  'post /programme/check body.text',
  'post /programme/import body.text',
]
/** Fields that nobody reads where another one is given. */
const UNREAD: readonly string[] = [
  'put /ballots/:id/vote body.choice',
  'post /attendance/check-in body.token',
  'post /attendance/come-in body.token',
]

/** What a route says before it works on a text; the fuzz's workshop has not begun. */
const AT_THE_DOOR = /"code":"(?:too-large|malformed|role-needed|not-yours|gone|workshop-not-begun)"/

/** Beyond what anybody looks at, a text in a form is refused for that, whatever the door. */
function ignored(
  { bounded }: Trial,
  { body = '' }: Sending,
  { status, text }: Answer,
  length: number,
): boolean {
  if (!bounded || length <= 2 * MOST_LETTERS || Buffer.byteLength(body) > READ) return false
  return status < 400 ? !/trop volumineux/.test(text) : !AT_THE_DOOR.test(text)
}

/**
 * Sends long texts, made to keep whoever works on them busy, in every field that a verb or a route reads. `part`: one of
 * so many of all there are is tried; of what is typed into a chat each.
 */
export async function sendLong(engine: Engine, part: number, lengths: readonly number[]): Promise<Long> {
  const reading = await setGround(engine, [])
  const fields = await fieldsOf(reading).finally(reading.close)
  const ground = await setGround(engine, [])
  const lab = found(PEOPLE[0], 'an organiser')
  const faults: string[] = []
  const slow: { what: string; ms: number }[] = []
  let tried = 0

  const sends = sendingTo(ground, lab)
  /** In time that this thread worked, whoever else has the machine meanwhile. */
  async function took(sending: Sending): Promise<Answer> {
    tried += 1
    const before = process.threadCpuUsage()
    const answer = await sends(sending)
    const { user, system } = process.threadCpuUsage(before)
    return { ...answer, ms: (user + system) / 1_000 }
  }

  /** What it takes more than a short text: the least of some tries: a collection of garbage is nobody's. */
  async function beyond({ at }: Trial, first: number, length: number): Promise<number> {
    let [long, short] = [first, 0]
    for (let n = 0; n < TRIES && long - short > MORE / 2; n++) {
      long = Math.min(long, (await took(at(length))).ms)
      const again = (await took(at(SHORT))).ms
      short = n === 0 ? again : Math.min(short, again)
    }
    return long - short
  }

  async function attempt(trial: Trial, length: number): Promise<void> {
    const sending = trial.at(length)
    const answer = await took(sending)
    const door = sending.path === CHAT ? 'activity' : 'API'
    const wrong = wrongWith({ door, what: trial.what, sending, may: true }, answer)
    if (wrong) faults.push(`${trial.what}: ${wrong} ${answer.text.slice(0, 200)}`)
    if (ignored(trial, sending, answer, length))
      faults.push(`${trial.what}: is looked at, however long: ${answer.text.slice(0, 200)}`)
    if (trial.file && length > MOST_LETTERS) return
    const ms = await beyond(trial, answer.ms, length)
    slow.push({ what: trial.what, ms })
    if (ms > MORE) faults.push(`${trial.what}: ${ms.toFixed()} ms more than a short one`)
  }

  try {
    let at = 0
    for (const { what, part: where, of } of sendersOf(ground, lab, fields))
      for (const [name, text] of RUNS)
        for (const length of lengths) {
          at += 1
          if (at % part !== 0 && where !== 'typed') continue
          const most = where === 'query' ? IN_ADDRESS : length
          const trial = {
            what: `${what}, ${length} of ${name}`,
            bounded: ['data', 'body'].includes(where) && ![...FILES, ...UNREAD].includes(what),
            file: FILES.includes(what),
          }
          await attempt({ ...trial, at: wanted => of(text(Math.min(wanted, most))) }, length)
        }
  } finally {
    await ground.close()
  }
  slow.sort((one, other) => other.ms - one.ms)
  return { fields: fields.length, tried, faults, slowest: slow.slice(0, 8) }
}
