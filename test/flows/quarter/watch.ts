import { open } from '../../../src/db/index.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import type { Stage } from './cast.ts'
import type { Ledger, Told } from './ledger.ts'

type Seen = { readonly message: string; readonly round: number; readonly at: number }

/** Teams as somebody who only looks on: takes every post, and remembers which message it was. */
export function lookOn(clock: Clock) {
  const seen: Seen[] = []
  let serial = 0
  const teams = {
    post: async (_: string, { card }: { card: object }) => {
      const [, message, round] = /"message":"(\w+)","round":(\d+)/.exec(JSON.stringify(card)) ?? []
      if (message !== undefined) seen.push({ message, round: Number(round), at: clock.now() })
      return `post-${++serial}`
    },
    update: async () => {},
    channelsOf: async () => [],
  }

  /** What was seen since the last time it was asked, with what the product knows of it; into the ledger too. */
  async function take(stage: Stage, ledger: Ledger): Promise<readonly Told[]> {
    const told: Told[] = []
    for (const each of seen.splice(0)) {
      const row = await stage.app.database.read(tx =>
        open(tx).selectFrom('message').selectAll().where('id', '=', each.message).executeTakeFirstOrThrow(),
      )
      const subject = JSON.parse(row.subject) as Record<string, string>
      const { workshop, ballot, idea, commitment, axis, mustReach } = subject
      const thing = workshop ?? ballot ?? idea ?? commitment ?? axis ?? ''
      told.push({
        ...each,
        person: row.person_id,
        topic: row.topic,
        thing,
        ...(mustReach && { mustReach: Number(mustReach) }),
      })
    }
    ledger.told.push(...told)
    return told
  }
  return { teams, take, posts: () => serial }
}
