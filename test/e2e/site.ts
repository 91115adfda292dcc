import type { AssistantSettings } from '../../src/config/index.ts'
import { TELL_AFTER } from '../../src/features/ideas/answers/take-back.ts'
import type { Assist } from '../../src/kernel/assist/assist.ts'
import { serve } from '../../src/serve.ts'
import { fixedClock } from '../support/product/clock.ts'
import { CHANNEL, setStage } from '../support/product/stage.ts'
import { apiAs } from '../support/sign-in/api.ts'
import type { Person } from '../support/sign-in/cast.ts'
import { MAELLE } from '../support/sign-in/cast.ts'
import { startSignIn } from '../support/sign-in/tokens.ts'

/** A Monday, 10:00 in Paris, in the second phase of programmes/occitanie.yaml. */
export const NOW = Date.UTC(2027, 4, 17, 8)

export type Site = Awaited<ReturnType<typeof openSite>>

type SiteParts = {
  readonly start?: number
  readonly programmeFile?: string
  /** Stands in for a language model. */
  readonly assist?: Assist
  readonly assistant?: AssistantSettings
}

/** The real server with the built pages, its database in memory, and a sign-in of its own. `start`: ms. */
export async function openSite({ start = NOW, ...method }: SiteParts = {}) {
  const clock = fixedClock(start)
  const signIn = await startSignIn({ appId: 'app', now: clock.now })
  const stage = await setStage({ organisers: [MAELLE.objectId], clock, ...method })
  const { port, stop } = await serve(stage.app, { keysUrl: signIn.keysUrl })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    clock,
    stage,
    tokenOf: (person: Person) => signIn.tabToken(person),
    /** The tabs' API, as somebody whose page is open elsewhere. */
    api: (person: Person) => apiAs(url, signIn, person),
    async close() {
      await stop()
      await signIn.close()
    },
  }
}

let forms = 0
export const nonce = () => `nonce-of-form-number-${++forms}`

/** Somebody known to the programme, their role given and their Direction said. */
export async function seat(site: Site, person: Person): Promise<void> {
  const { people } = site.stage.app
  const { tenant, objectId, name, role, direction } = person
  const { id } = await people.greet({ tenant, objectId, name, language: 'fr' })
  if (role !== 'agent') await people.assignRole(id, role, direction === undefined ? [] : [direction])
  if (direction !== undefined) await site.api(person).put('/me', { direction })
}

/** A workshop, announced in the channel by the Lab’. */
export async function announce({ stage }: Site, change: object = {}): Promise<void> {
  const lab = stage.as(MAELLE)
  await lab.installs('channel')
  await lab.presses('workshops.publish', {
    title: 'Soigner les arrivées',
    description: '',
    axis: 'employeur',
    date: '2027-06-03',
    start: '14:00',
    end: '17:00',
    place: 'Toulouse',
    link: '',
    seats: 12,
    channel: CHANNEL,
    nonce: nonce(),
    ...change,
  })
}

/** A ballot, opened in the channel by the Lab’; it closes at 18:00 on `date`. `rules`: more fields of the form. */
export async function ask(
  { stage }: Site,
  question: string,
  date: string,
  options: string[],
  rules: Record<string, string> = {},
): Promise<void> {
  const lab = stage.as(MAELLE)
  await lab.installs('channel')
  const form = {
    question,
    options: options.join('\n'),
    date,
    time: '18:00',
    channel: CHANNEL,
    nonce: nonce(),
    ...rules,
  }
  await lab.presses('ballots.open', form)
}

/** The time in which answers and decisions can be taken back is over: all are published. */
export async function published({ stage, clock }: Pick<Site, 'stage' | 'clock'>): Promise<void> {
  await stage.settle()
  clock.advance(TELL_AFTER)
  await stage.settle()
}
