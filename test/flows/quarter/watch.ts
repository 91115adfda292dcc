import { open } from '../../../src/db/index.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import type { Stage } from './cast.ts'
import type { Ledger, Told } from './ledger.ts'

type Seen = { readonly message: string; readonly round: number; readonly at: number; readonly card: string }

type Subject = Readonly<Record<string, string>>

const thingOf = ({ workshop, ballot, idea, commitment, axis }: Subject) =>
  workshop ?? ballot ?? idea ?? commitment ?? axis ?? ''

function thingsOf(text: string) {
  const things: readonly { topic: string; subject: Subject }[] = JSON.parse(text)
  return things.map(({ topic, subject }) => ({ topic, thing: thingOf(subject) }))
}

/** Teams as somebody who only looks on: takes every post, and remembers which message it was. */
export function lookOn(clock: Clock) {
  const seen: Seen[] = []
  let serial = 0
  const teams = {
    post: async (_: string, { card }: { card: object }) => {
      const drawn = JSON.stringify(card)
      const [, message, round] = /"message":"(\w+)","round":(\d+)/.exec(drawn) ?? []
      if (message !== undefined) seen.push({ message, round: Number(round), at: clock.now(), card: drawn })
      return `post-${++serial}`
    },
    update: async () => {},
    channelsOf: async () => [],
  }

  /** Ideas that a card of what moved tells of: by its rows, or its one thing. */
  async function movedOn(stage: Stage, message: string, card: string): Promise<readonly string[]> {
    const moves = await stage.app.messages.moves(message)
    const ideas = moves.map(({ id, subject }) => ({ id, idea: String(subject.idea) }))
    const shown = ideas.filter(({ id, idea }) => card.includes(`"${id}"`) || card.includes(`"${idea}"`))
    return [...new Set(shown.map(({ idea }) => idea))]
  }

  /** What was seen since the last time it was asked, with what the product knows of it; into the ledger too. */
  async function take(stage: Stage, ledger: Ledger): Promise<readonly Told[]> {
    const told: Told[] = []
    for (const { card, ...each } of seen.splice(0)) {
      const row = await stage.app.database.read(tx =>
        open(tx).selectFrom('message').selectAll().where('id', '=', each.message).executeTakeFirstOrThrow(),
      )
      const subject = JSON.parse(row.subject) as Subject
      const { things, mustReach } = subject
      const thing = thingOf(subject)
      told.push({
        ...each,
        person: row.person_id,
        topic: row.topic,
        thing,
        ...(mustReach && { mustReach: Number(mustReach) }),
        ...(things && { things: thingsOf(things) }),
        ...(row.teller === 'returns' && { moved: await movedOn(stage, each.message, card) }),
      })
    }
    ledger.told.push(...told)
    return told
  }
  return { teams, take, posts: () => serial }
}
