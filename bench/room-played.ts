/**
 * `npm run prove -- room [--minutes N] [--people N] [--pictures FOLDER]`: a room of 140 at 24 tables, played in real time through the
 * product's own doors: registered, drawn, checked in, ideas from phones and tables, supports, a vote, its result, the
 * summary; with the projector's page open in a browser, two cuts of the network and one `kill -9` of the server in it. Then
 * everything is counted in the database by plain queries. Ends with exit code 1 where a number differs.
 */
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { randomIds } from '../src/kernel/crypto/ids.ts'
import { MINUTE, SECOND, systemClock } from '../src/kernel/time/clock.ts'
import type { BallotView } from '../src/tabs/contract/ballots/ballots.ts'
import type { RoomVoteView } from '../src/tabs/contract/ballots/room-votes.ts'
import type { LineView } from '../src/tabs/contract/ideas/harvest.ts'
import type { IdeaView } from '../src/tabs/contract/ideas/ideas.ts'
import type { RemoteView } from '../src/tabs/contract/room/remote.ts'
import type { ParticipantView } from '../src/tabs/contract/room/room.ts'
import type { SummaryView } from '../src/tabs/contract/workshops/summaries.ts'
import { launch } from '../test/e2e/window.ts'
import { FAIR, openSending } from '../test/support/sending/sending.ts'
import { withFolder } from './process.ts'
import { bringForward, each, prepare, TABLES } from './room-played/cast.ts'
import { type Compared, compare, countRows, readWall } from './room-played/count.ts'
import { type Network, phoneOf } from './room-played/phone.ts'
import { openScreen } from './room-played/screen.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, people: { type: 'string' }, pictures: { type: 'string' } },
})
const minutes = Number(values.minutes ?? 15)
const count = Number(values.people ?? 140)
const pictures = values.pictures ?? 'room-pictures'
/** One fifteenth of the whole (ms). */
const turn = (minutes * MINUTE) / 15

const began = systemClock.now()
const say = (text: string) =>
  void process.stdout.write(`${((systemClock.now() - began) / SECOND).toFixed(0).padStart(5)} s  ${text}\n`)

const SUBJECTS =
  'un banc|un carnet d’accueil|une visite|un parrain|un plan|un badge unique|un stage croisé'.split('|')
const PLACES =
  'au lycée|à l’accueil|à la cantine|en Maison de Région|au standard|au dépôt|à la bibliothèque'.split('|')
const AXES = ['transitions', 'territoires', 'usager', 'employeur', 'equipe']

/** Different for each, and some alike: seven people have the same thought. */
const thought = (at: number) =>
  at % 20 === 0
    ? `Un même badge pour toutes les Maisons, numéro ${at}`
    : `Essayer ${SUBJECTS[at % 7]} ${PLACES[Math.floor(at / 7) % 7]} avec l’équipe ${at}`

const shuffledOver = (total: number, within: number) =>
  Array.from({ length: total }, (_, at) => (at / total) * within * 0.9)

async function play(folder: string): Promise<boolean> {
  const sending = await openSending({ recipients: count, weather: FAIR, folder, built: true })
  let server = await sending.start()
  const { origin } = server
  await sending.lineTo(server.endpoint).installs(sending.organiser)
  await sending.finished()
  const network: Network = { cut: false, lost: 0, answersLost: 0, again: 0 }
  const phones = sending.people.map(person => phoneOf(origin, sending.signIn, person, network))
  const lab = phoneOf(origin, sending.signIn, sending.organiser, network)
  const workshop = await prepare(sending, origin, phones)
  say(`${count} registered, ${TABLES} tables drawn and shown`)
  const path = (rest: string) => `/workshops/${workshop}/${rest}`
  const endsAt = await bringForward(sending, workshop, 13 * turn)

  const browser = await launch()
  const screen = await openScreen(browser, origin, pictures)
  await screen.picture('00-pairing')
  let remote = await lab<RemoteView>('POST', path('remote/pair'), { code: await screen.code() })
  const show = async (scene: object, name: string) => {
    remote = await lab('GET', path('remote'))
    remote = await lab('POST', path('remote/show'), { version: remote.room.version, scene })
    say(`the screen shows ${remote.room.scene.kind}`)
    await screen.picture(name)
  }
  /** Each phone acts once, at a moment of its own within `within` ms. */
  const scattered = (
    within: number,
    act: (phone: (typeof phones)[number], at: number) => Promise<unknown>,
  ) => {
    const moments = shuffledOver(phones.length, within)
    return Promise.all(
      phones.map(async (phone, at) => setTimeout(moments[at] ?? 0).then(() => act(phone, at))),
    )
  }

  await show({ kind: 'welcome' }, '01-welcome-first')
  remote = await lab('GET', path('remote'))
  const scene = remote.room.scene
  const letters = scene.kind === 'welcome' ? (scene.checkIn?.letters ?? '') : ''
  await scattered(turn, phone => phone('POST', '/attendance/check-in', { letters }))
  await screen.picture('02-welcome-all')
  say('everybody checked in')
  await show({ kind: 'tables' }, '03-tables')
  await setTimeout(Math.max(0, endsAt - 13 * turn - systemClock.now()))
  await show({ kind: 'question', words: 'Qu’essayer ici avant l’été ?' }, '04-question')
  await show({ kind: 'wall', words: 'Qu’essayer ici avant l’été ?' }, '05-wall-begins')

  const ideas = new Map<string, string>()
  const said = scattered(5 * turn, async (phone, at) => {
    const body = { nonce: randomIds.nonce(), axis: AXES[at % 5], text: thought(at) }
    const idea = await phone<IdeaView>('POST', path('ideas'), body)
    ideas.set(idea.id, idea.text)
  })
  const harvested = each(phones.slice(0, TABLES), async (phone, table) => {
    for (let line = 0; line < 4; line++) {
      await setTimeout(turn / 2)
      const typed = {
        ...{
          key: `line-of-a-table-${table}-${line}`,
          axis: AXES[(table + line) % 5],
          table: String(table + 1),
        },
        ...{ text: `Table ${table + 1} : ${thought(200 + table * 4 + line)}`, anyway: true },
      }
      const { items } = await phone<{ items: readonly LineView[] }>('POST', path('harvest'), {
        lines: [typed],
      })
      const [kept] = items
      if (kept && (kept.state === 'accepted' || kept.state === 'there')) ideas.set(kept.id, typed.text)
    }
  })
  await setTimeout(turn)
  await screen.picture('06-wall-fills')
  say('the network is cut for the phones and the screen')
  network.cut = true
  await screen.cut(true)
  await setTimeout(turn / 2)
  await screen.picture('07-screen-offline')
  network.cut = false
  await screen.cut(false)
  say(`it is back: ${network.lost} calls were lost, ${network.answersLost} answers`)
  await Promise.all([said, harvested])
  say(`${ideas.size} ideas were accepted`)
  await screen.picture('08-wall-full')

  say('kill -9 of the server')
  await server.kill()
  const supporting = scattered(2 * turn, async (phone, at) => {
    const ids = [...ideas.keys()]
    for (const step of [7, 31, 53]) {
      const idea = ids[(at * step + step) % ids.length] ?? ''
      await phone('PUT', `/ideas/${idea}/support`, { support: true }).then(
        () => supports.add(`${at} ${idea}`),
        // One’s own idea has one’s support already.
        error => String(error).includes('own-idea') || refused.push(String(error)),
      )
    }
  })
  const supports = new Set<string>()
  const refused: string[] = []
  await setTimeout(10 * SECOND)
  server = await sending.start()
  say('it runs again')
  await supporting
  say(`${supports.size} supports, ${refused.length} refused`)
  await screen.picture('09-wall-supported')
  await show({ kind: 'timer', words: 'Relire les idées de sa table', minutes: 1 }, '10-timer')

  const opened = await lab<RoomVoteView>('POST', path('room-vote'), {
    nonce: randomIds.nonce(),
    options: 'leading',
    kind: 'dots',
  })
  const ballot = opened.ballot.id
  await show({ kind: 'vote', ballot }, '11-vote')
  const options = opened.ballot.options.map(({ id }) => id)
  const points = new Map<string, number>()
  const voting = scattered(2 * turn, async (phone, at) => {
    const { act } = await phone<ParticipantView>('GET', path('participant'))
    if (act.kind !== 'vote') throw new Error(`phone ${at} is asked for ${act.kind}, not for a vote`)
    const [first = '', second = ''] = [options[at % options.length], options[(at + 1) % options.length]]
    const choice = [
      { option: first, points: Math.min(2, opened.ballot.perOption) },
      { option: second, points: 1 },
    ]
    // One in ten changes their mind: the last vote counts.
    if (at % 10 === 0) await phone('PUT', `/ballots/${ballot}/vote`, { choice: choice.toReversed() })
    await phone('PUT', `/ballots/${ballot}/vote`, { choice })
    for (const { option, points: given } of choice) points.set(option, (points.get(option) ?? 0) + given)
  })
  await setTimeout(turn / 2)
  say('the network is cut for the second time')
  network.cut = true
  await screen.cut(true)
  await setTimeout(turn / 2)
  network.cut = false
  await screen.cut(false)
  await voting
  say('everybody voted')
  await screen.picture('12-vote-received')
  const closed = await lab<BallotView>('POST', `/ballots/${ballot}/close`, {})
  await show({ kind: 'result', ballot }, '13-result')
  await show({ kind: 'next', words: 'Le bilan paraît ce soir.' }, '14-next')
  await show({ kind: 'pause', words: 'Merci à toutes et à tous' }, '15-pause')
  const { present } = remote.room
  const wall = await readWall(lab, path('wall'))
  say('waiting for the end of the workshop')
  await setTimeout(Math.max(0, endsAt + SECOND - systemClock.now()))
  const summary = await lab<SummaryView>('PUT', path('summary'), {
    sequel: 'Nous essayons les trois premières dès lundi.',
    turn: 0,
  })
  say('the summary is published')

  const rows = await countRows(sending, workshop, ballot)
  const rowsTold: readonly Compared[] = [
    ['people present, by the screen', present, count],
    ['people present, in the database', rows.rowsPresent, count],
    ['people present, in the summary', Number(summary.people.present), count],
    ['ideas, in the database', rows.ideas.length, ideas.size],
    ['different ideas', new Set(rows.ideas).size, ideas.size],
    ['ideas, on the wall', wall.size, ideas.size],
    ['ideas, in the summary', Number(summary.count), ideas.size],
    ['supports', rows.supports, supports.size],
    ['supports refused', refused.length, 0],
    ['votes, in the database', rows.votes, count],
    ['votes, in the result', Number(closed.votes), count],
    ...closed.options.map(
      ({ id, title, votes }) =>
        [`points of « ${title.slice(0, 24)}… »`, Number(votes), points.get(id) ?? 0] as const,
    ),
    ['errors of the screen’s page', screen.complaints.length, 0],
  ]
  const held = compare(rowsTold)
  process.stdout.write(
    `calls lost ${network.lost}, answers lost ${network.answersLost}, sent again ${network.again}; memory ${server.memory().most.toFixed(0)} MB\n`,
  )
  for (const text of [...refused.slice(0, 3), ...screen.complaints.slice(0, 3)])
    process.stdout.write(`${text}\n`)
  await screen.close()
  await browser.close()
  await server.stop()
  await sending.close()
  return held
}

await withFolder(async folder => {
  process.exitCode = (await play(folder)) ? 0 : 1
})
