// The phones of a room and its screen, as a process of its own: see room.ts.
import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { WallView } from '../src/tabs/contract/room/wall.ts'
import type { RoomLoad, RoomMeasured } from './room-load-process.ts'

type Phone = RoomLoad['phones'][number]
type Answer = { readonly status: number; readonly text: string; readonly ms: number }
/** A press, and what has to stand on the wall for it to be seen. */
type Press = {
  readonly kind: 'idea' | 'support'
  readonly idea: string
  readonly supports: number
  readonly at: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })
/** A page reads changes together that come closer than that (src/tabs/client/room/data/follow.ts). */
const APART = 300
/** Phones that connect at once, and how long the last presses are waited for. */
const AT_ONCE = 50
const PATIENCE = 15_000
/** Ideas that are supported: what came last stands on the wall. */
const LATEST = 100
/** A person has so many words that two ideas are seldom alike. */
const WORDS = 'banc abri vélo train cantine lettre accueil formulaire atelier lycée réunion dossier'.split(
  ' ',
)

function ask(method: string, url: string, authorization: string, body?: object): Promise<Answer> {
  const from = performance.now()
  const sent = body && JSON.stringify(body)
  const headers = {
    authorization,
    ...(sent !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
    }),
  }
  return new Promise((resolve, reject) => {
    request(url, { method, agent, headers }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => {
        text += chunk
      })
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - from })
      })
    })
      .once('error', reject)
      .end(sent)
  })
}

/** An open stream of events; `changed` at each event but signs of life. Resolves once it is open. */
function open(url: string, authorization: string, changed: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // A connection of its own, as a page holds it.
    request(url, { agent: false, headers: { authorization } }, response => {
      if (response.statusCode !== 200)
        return reject(new Error(`a stream was answered ${response.statusCode}`))
      response.setEncoding('utf8').on('data', (chunk: string) => {
        if (chunk.includes('event: changed')) changed()
      })
      response.once('error', () => {})
      resolve(response)
    })
      .once('error', reject)
      .end()
  })
}

async function play(load: RoomLoad): Promise<RoomMeasured> {
  const { workshop, axis, phones, screen, measured, before } = load
  const pressed: Press[] = []
  const [presses, reads, screenReads, refused]: [number[], number[], number[], string[]] = [[], [], [], []]
  let [told, screenTold, counting] = [0, 0, false]
  const streams: IncomingMessage[] = []

  const bearer = ({ token }: Phone) => `Bearer ${token}`
  /** What a phone shows, read again as it is told that something changed. */
  async function readPhone(phone: Phone): Promise<void> {
    if (counting) told += 1
    const path = `/api/v1/workshops/${workshop}/participant`
    const { ms } = await ask('GET', phone.origin + path, bearer(phone))
    if (counting) reads.push(ms)
  }

  /** What the wall said of each idea, and when. */
  const shown = new Map<string, readonly { readonly supports: number; readonly at: number }[]>()
  const shownAt = ({ idea, supports }: Press) => shown.get(idea)?.find(said => said.supports >= supports)?.at
  let revision: string | undefined
  let [reading, missed] = [false, false]
  async function readScreen(): Promise<void> {
    const key = `Screen ${screen.key}`
    await ask('GET', `${screen.origin}/api/v1/screen/room`, key)
    for (let more = true; more; ) {
      const query = revision === undefined ? '' : `?after=${encodeURIComponent(revision)}`
      const { status, text, ms } = await ask('GET', `${screen.origin}/api/v1/screen/wall${query}`, key)
      if (status !== 200) throw new Error(`the wall was answered ${status}: ${text}`)
      const now = performance.now()
      if (counting) screenReads.push(ms)
      const wall = JSON.parse(text) as WallView
      revision = wall.revision
      more = wall.more ?? false
      for (const { id, supports } of wall.ideas)
        shown.set(id, [...(shown.get(id) ?? []), { supports, at: now }])
    }
  }
  function screenChanged(): void {
    if (counting) screenTold += 1
    if (reading) missed = true
    else void readSoon()
  }
  async function readSoon(): Promise<void> {
    reading = true
    do {
      missed = false
      await setTimeout(APART)
      await readScreen()
    } while (missed)
    reading = false
  }

  for (let from = 0; from < phones.length; from += AT_ONCE) {
    const some = phones.slice(from, from + AT_ONCE)
    const opening = some.map(phone =>
      open(`${phone.origin}/api/v1/events`, bearer(phone), () => void readPhone(phone).catch(() => {})),
    )
    streams.push(...(await Promise.all(opening)))
  }
  streams.push(await open(`${screen.origin}/api/v1/screen/events`, `Screen ${screen.key}`, screenChanged))
  await readScreen()

  /** Who wrote or supported each idea, by their place among the phones. */
  const known = new Map<string, Set<number>>()
  let turn = 0
  const nextPhone = () => (turn++ * 7) % phones.length
  async function press(
    at: number,
    [method, path]: readonly [string, string],
    body: object,
    then: (text: string, at: number) => void,
  ): Promise<void> {
    const phone = phones[at]
    if (!phone) return
    const began = performance.now()
    const { status, text, ms } = await ask(method, `${phone.origin}/api/v1${path}`, bearer(phone), body)
    if (status >= 300) return void refused.push(`${method} ${status} ${text.slice(0, 200)}`)
    if (counting) presses.push(ms)
    then(text, began)
  }
  const word = () => WORDS[Math.floor(Math.random() * WORDS.length)] ?? ''
  function idea(): Promise<void> {
    const who = nextPhone()
    const text = `Idée ${turn} : ${word()} ${word()} ${word()}, ${randomUUID().slice(0, 8)}`
    const body = { nonce: randomUUID(), axis, text, table: '' }
    return press(who, ['POST', `/workshops/${workshop}/ideas`], body, (answer, at) => {
      const { id } = JSON.parse(answer) as { id: string }
      known.set(id, new Set([who]))
      pressed.push({ kind: 'idea', idea: id, supports: 0, at })
    })
  }
  /** Of an idea of before, by somebody who has not: each changes what the wall shows. */
  async function support(): Promise<void> {
    const who = nextPhone()
    const others = [...known].filter(([, people]) => !people.has(who)).slice(-LATEST)
    const [id, people] = others[Math.floor(Math.random() * others.length)] ?? []
    if (id === undefined || !people) return
    people.add(who)
    await press(who, ['PUT', `/ideas/${id}/support`], { support: true }, (answer, at) => {
      const { supports } = JSON.parse(answer) as { supports: number }
      pressed.push({ kind: 'support', idea: id, supports, at })
    })
  }

  const acts: Promise<void>[] = []
  async function every(perMinute: number, act: () => Promise<void>, until: number): Promise<void> {
    while (performance.now() < until) {
      // As people press: at moments of their own (exponential gaps).
      await setTimeout((-Math.log(1 - Math.random()) * 60_000) / perMinute)
      acts.push(act())
    }
  }
  async function during(ms: number): Promise<void> {
    const until = performance.now() + ms
    await Promise.all([
      every(load.ideasPerMinute, idea, until),
      every(load.supportsPerMinute, support, until),
    ])
    await Promise.all(acts.splice(0))
  }

  await during(before)
  counting = true
  const [from, cpu] = [performance.now(), process.cpuUsage()]
  await during(measured)
  const { user, system } = process.cpuUsage(cpu)
  const busy = (user + system) / 1_000 / (performance.now() - from)
  const unseen = () => pressed.filter(each => shownAt(each) === undefined).length
  for (const until = performance.now() + PATIENCE; unseen() > 0 && performance.now() < until; )
    await setTimeout(100)
  counting = false
  for (const stream of streams) stream.destroy()
  // The wall may have been answered before the press was.
  const took = (some: readonly Press[]) =>
    some.flatMap(each => {
      const at = shownAt(each)
      return each.at < from || at === undefined ? [] : [at - each.at]
    })
  return {
    seen: took(pressed),
    ideas: took(pressed.filter(({ kind }) => kind === 'idea')),
    presses,
    unseen: unseen(),
    refused,
    told,
    reads,
    screenTold,
    screenReads,
    busy,
  }
}

process.on('message', async (load: RoomLoad) => {
  const said = await play(load).catch((error: Error) => ({ failed: error.stack ?? error.message }))
  process.send?.(said)
})
process.once('disconnect', () => process.exit())
