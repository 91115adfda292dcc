import { open } from '../../src/db/index.ts'
import { idOf } from '../../test/support/sending/recipients.ts'
import type { Sender } from '../../test/support/sending/sender.ts'
import { openSending, type Sending } from '../../test/support/sending/sending.ts'
import type { Person } from '../../test/support/sign-in/cast.ts'
import { textOnCard } from '../../test/support/teams/card-view.ts'
import { COUNTED, type Counted, type CountedGround, countedAct, prepareCounted } from './counted.ts'

/** What one person does again and again. `possible`: what they were last told is done, and since then what had no answer. */
type Deeds = {
  readonly kind: Counted
  readonly who: Person
  readonly possible: Set<string>
  turns: number
}

export type KilledActs = {
  readonly acts: number
  readonly lost: number
  readonly twice: number
  readonly wrong: number
}

type Where = {
  readonly folder: string
  readonly url?: string
  readonly instances: number
  readonly recipients: number
  readonly times: number
  /** Another build than dist. */
  readonly built?: string
}

/** Acts answered before each kill: early, late, and in between. */
const ROUNDS = [1, 40, 90, 7, 150, 25, 60, 120, 3, 200]

/** What stands of who has no row: a support that was taken back has none. */
const NOTHING = 'off'

async function standingIn({ database }: Sending) {
  return database.read(async tx => {
    const db = open(tx)
    const votes = await db
      .selectFrom('vote_choice')
      .select(['person_id as person', 'option_id as what'])
      .execute()
    const answers = await db
      .selectFrom('registration')
      .select(['person_id as person', 'answer as what'])
      .execute()
    const supports = await db.selectFrom('idea_support').select('person_id as person').execute()
    return {
      rows: { vote: votes, answer: answers, support: supports.map(({ person }) => ({ person, what: 'on' })) },
      roll: await db.selectFrom('vote').select('person_id').execute(),
      options: await db.selectFrom('ballot_option').select(['id', 'votes']).execute(),
      ballot: await db.selectFrom('ballot').select('votes').executeTakeFirstOrThrow(),
      workshop: await db.selectFrom('workshop').select('seats_taken').executeTakeFirstOrThrow(),
      idea: await db.selectFrom('idea').select('supports').executeTakeFirstOrThrow(),
    }
  })
}

/** How many totals differ from the rows that they count. */
function wrongIn({
  rows,
  roll,
  options,
  ballot,
  workshop,
  idea,
}: Awaited<ReturnType<typeof standingIn>>): number {
  const pairs = [
    ...options.map(({ id, votes }) => [votes, rows.vote.filter(({ what }) => what === id).length]),
    [ballot.votes, rows.vote.length],
    [roll.length, rows.vote.length],
    [workshop.seats_taken, rows.answer.filter(({ what }) => what === 'yes').length],
    [idea.supports, rows.support.length],
  ]
  return pairs.filter(([total, count]) => Number(total) !== count).length
}

/** Holds what stands to what people were told. */
async function judged(sending: Sending, deeds: readonly Deeds[]): Promise<Omit<KilledActs, 'acts'>> {
  const standing = await standingIn(sending)
  let [lost, twice] = [0, 0]
  for (const { kind, who, possible } of deeds) {
    const own = standing.rows[kind].filter(({ person }) => person === idOf(who)).map(({ what }) => what)
    if (own.length > 1) twice += 1
    if (!possible.has(own[0] ?? NOTHING)) lost += 1
  }
  return { lost, twice, wrong: wrongIn(standing) }
}

/** Everybody acts at once, at either instance, until `count` acts are answered; then one instance is killed among those under way. */
async function killed(
  sending: Sending,
  senders: readonly Sender[],
  ground: CountedGround,
  deeds: readonly Deeds[],
  { count, dies }: { readonly count: number; readonly dies: number },
): Promise<number> {
  const lines = senders.map(({ endpoint }) => sending.lineTo(endpoint))
  let [isUp, answered] = [true, 0]
  const enough = Promise.withResolvers<void>()
  const living = deeds.map(async (one, at) => {
    const line = lines[at % lines.length]
    while (isUp && line) {
      const act = countedAct(one.kind, ground, one.who, one.turns++)
      one.possible.add(act.what)
      const card = await line.presses(one.who, act.verb, act.data).catch(() => undefined)
      if (card === undefined) return
      if (!act.good.test(textOnCard(card)))
        throw new Error(`«${act.verb}» was answered by ${textOnCard(card)}`)
      one.possible.clear()
      one.possible.add(act.what)
      answered += 1
      if (answered === count) enough.resolve()
    }
  })
  await Promise.race([enough.promise, Promise.all(living)])
  isUp = false
  await senders[dies]?.kill()
  await Promise.all(living)
  return answered
}

/** Answers what became of votes, registrations and supports that were answered while `kill -9` fell among them, `times` times. */
export async function killActs({
  folder,
  url,
  instances,
  recipients,
  times,
  built,
}: Where): Promise<KilledActs> {
  const sending = await openSending({
    recipients,
    folder,
    instances,
    built: built ?? true,
    ...(url !== undefined && { url }),
  })
  const senders = await Promise.all(Array.from({ length: instances }, (_, at) => sending.start(at)))
  const [first] = senders
  if (!first) throw new Error('there is no instance')
  const ground = await prepareCounted(sending, sending.lineTo(first.endpoint))
  const deeds = sending.people.map(
    (who, at): Deeds => ({
      kind: COUNTED[at % COUNTED.length] ?? 'vote',
      who,
      possible: new Set([NOTHING]),
      turns: 0,
    }),
  )
  const sum = { acts: 0, lost: 0, twice: 0, wrong: 0 }
  for (let turn = 0; turn < times; turn++) {
    const dies = turn % instances
    sum.acts += await killed(sending, senders, ground, deeds, {
      count: ROUNDS[turn % ROUNDS.length] ?? 1,
      dies,
    })
    senders[dies] = await sending.start(dies)
    const { lost, twice, wrong } = await judged(sending, deeds)
    sum.lost += lost
    sum.twice += twice
    sum.wrong += wrong
  }
  for (const sender of senders) await sender.stop()
  await sending.close()
  return sum
}

/** Answers whether nothing was lost or stands twice, and every total is its rows. */
export async function proveKept(
  name: string,
  where: Where,
  print: (...columns: readonly (string | number)[]) => void,
): Promise<boolean> {
  const { acts, lost, twice, wrong } = await killActs(where)
  print(name, `${acts} answered`, `${lost} lost`, `${twice} twice`, `${wrong} totals wrong`)
  return lost + twice + wrong === 0
}
