import { open } from '../../src/db/index.ts'
import { type Ground, KINDS, type Line, prepare } from '../../test/support/sending/load.ts'
import type { Sending } from '../../test/support/sending/sending.ts'
import type { Person } from '../../test/support/sign-in/cast.ts'

export const COUNTED = ['vote', 'answer', 'support'] as const
/** Acts of which a total is kept, and which are gathered where they arrive together. */
export type Counted = (typeof COUNTED)[number]

/** What people act on: `idea` is the organiser's. */
export type CountedGround = Ground & { readonly idea: string }

/** What somebody does; `what` stands afterwards, and `thing` is the id of what it is done to. */
export type CountedAct = {
  readonly kind: Counted
  readonly verb: string
  readonly data: Readonly<Record<string, string>>
  readonly what: string
  readonly thing: string
  /** The words that acknowledge it. */
  readonly good: RegExp
}

export async function prepareCounted(sending: Sending, line: Line): Promise<CountedGround> {
  const { organiser, database } = sending
  const ground = await prepare(line, { organiser, voter: organiser })
  const act = KINDS.idea?.(ground, organiser.name, 0)
  if (act) await line.presses(organiser, act.verb, act.data)
  const { id } = await database.read(tx => open(tx).selectFrom('idea').select('id').executeTakeFirstOrThrow())
  await sending.finished()
  return { ...ground, idea: id }
}

/** The act of that kind at this turn: each is another than the one before. */
export function countedAct(kind: Counted, ground: CountedGround, { name }: Person, turn: number): CountedAct {
  if (kind === 'support') {
    const support = turn % 2 === 0 ? 'on' : 'off'
    return {
      kind,
      verb: 'ideas.support',
      data: { idea: ground.idea, support },
      what: support,
      good: /./,
      thing: ground.idea,
    }
  }
  const act = KINDS[kind]?.(ground, name, turn)
  if (!act) throw new Error(`nobody does «${kind}»`)
  const { verb, data, what, good } = act
  return { kind, verb, data, what, good, thing: kind === 'vote' ? ground.ballot : ground.workshop }
}
