import { randomUUID } from 'node:crypto'
import { open } from '../src/db/index.ts'
import { systemClock } from '../src/kernel/time/clock.ts'
import { KINDS, prepare } from '../test/support/sending/load.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import { BOT } from '../test/support/sending/settings.ts'
import type { Person } from '../test/support/sign-in/cast.ts'
import { createActivities } from '../test/support/teams/activities.ts'
import { chatId } from '../test/support/teams/chats.ts'
import { TEAM } from '../test/support/teams/index.ts'
import { type Fired, startLoad } from './vote-load-process.ts'

/** As many as the Région's agents: the last ones vote in a ballot that is nearly full. */
const PEOPLE = 6_700
const AT_ONCE = 16

/** Whom to press at, in turn, and what a good answer holds. `around`: looks at what happens while they are pressed. */
export type Target = {
  readonly urls: readonly string[]
  readonly good: string
  readonly around?: (press: () => Promise<Fired>) => Promise<Fired>
}

export type Electorate = {
  /** The product's own instances. */
  readonly ours: Target
  readonly openIdUrl: string
  /** Milliseconds of a processor that all instances have used. */
  readonly processor: () => number
  /**
   * Has so many people press at each of `targets`, one target after the other: people who have not voted yet, 16 at once
   * unless told otherwise.
   */
  readonly press: (voters: number, targets: readonly Target[], atOnce?: number) => Promise<readonly Fired[]>
  /** @returns the votes answered. @throws Error when other votes stand, or are counted */
  readonly close: () => Promise<number>
}

type Where = {
  readonly folder: string
  readonly url?: string
  readonly instances?: number
  readonly measured?: boolean
  readonly node?: Readonly<Record<string, string>>
}

async function checkVotes({ database }: Sending, wanted: number): Promise<void> {
  const found = await database.read(async tx => {
    const votes = open(tx).selectFrom('vote')
    const { count } = await votes.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()
    const ballot = await open(tx).selectFrom('ballot').select('votes').executeTakeFirstOrThrow()
    const options = await open(tx).selectFrom('ballot_option').select('votes').execute()
    return [Number(count), ballot.votes, options.reduce((sum, { votes }) => sum + votes, 0)]
  })
  const [stand, counted, chosen] = found
  if (found.every(each => each === wanted)) return
  throw new Error(
    `${wanted} votes were answered, ${stand} stand, ${counted} are counted and ${chosen} are on the options`,
  )
}

/** The production build, a ballot open to all, and people who have not voted, all of them known. */
export async function openElectorate({ instances = 1, ...where }: Where): Promise<Electorate> {
  const sending = await openSending({ recipients: PEOPLE, weather: FAIR, built: true, instances, ...where })
  const { organiser, people, teams, signIn } = sending
  const senders = await Promise.all(Array.from({ length: instances }, (_, at) => sending.start(at)))
  const ours = { urls: senders.map(({ endpoint }) => endpoint), good: 'Votre vote est enregistré' }
  const ground = await prepare(sending.lineTo(ours.urls[0] ?? ''), { organiser, voter: organiser })
  const { serviceUrl } = teams
  const house = { serviceUrl, bot: BOT, team: TEAM, nextId: randomUUID, now: systemClock.now }
  const activities = createActivities(house)
  const load = startLoad()
  let voted = 0

  /** Made and signed ahead, each with a token of its own. */
  async function press(person: Person, at: number) {
    const { verb = '', data = {} } = KINDS.vote?.(ground, person.name, at) ?? {}
    const activity = activities.executed(person, { conversation: chatId(person) }, 'card', { verb, data })
    const token = await signIn.botToken({ serviceurl: serviceUrl, jti: activity.id })
    return { token, body: JSON.stringify(activity) }
  }

  return {
    ours,
    openIdUrl: signIn.openIdUrl,
    processor: () => senders.reduce((sum, sender) => sum + sender.processor(), 0),
    async press(voters, targets, atOnce = AT_ONCE) {
      const presses = await Promise.all(people.slice(voted, voted + voters).map(press))
      voted += voters
      const fired: Fired[] = []
      for (const { urls, good, around = (volley: () => Promise<Fired>) => volley() } of targets) {
        const shots = presses.map((made, at) => ({ ...made, url: urls[at % urls.length] ?? '' }))
        fired.push(await around(() => load.fire({ shots, atOnce, good })))
      }
      return fired
    },
    async close() {
      load.stop()
      for (const sender of senders) await sender.stop()
      await checkVotes(sending, voted).finally(sending.close)
      return voted
    },
  }
}
