import type { Role } from '../../../src/kernel/access/role.ts'
import * as attempts from './attempt.ts'
import { COMMANDS, LINKS, QUOTES, ROUTES, SEARCHES, VERBS, type Way } from './doors.ts'
import { type Ground, setGround, type Thing, whoseOf } from './things.ts'

type Door = { readonly name: string; readonly ways: readonly Way[]; readonly attempt: attempts.Attempt }

function doorsOf(
  table: Readonly<Record<string, Way | readonly Way[]>>,
  attempt: (name: string) => attempts.Attempt,
): Door[] {
  return Object.entries(table).map(([name, ways]) => ({ name, ways: [ways].flat(), attempt: attempt(name) }))
}

export const CHAT: readonly Door[] = [
  ...doorsOf(VERBS, attempts.pressing),
  ...doorsOf(COMMANDS, attempts.typing),
  ...doorsOf(COMMANDS, attempts.pushing),
  ...doorsOf(QUOTES, attempts.quoting),
  ...doorsOf(SEARCHES, attempts.searching),
  ...doorsOf(LINKS, attempts.pasting),
]
export const TAB: readonly Door[] = doorsOf(ROUTES, attempts.calling)
/** The part of a refusal that the journal holds. */
const TOLD = ['role-needed', 'not-yours', 'direction-not-led']

const thingsOf = ({ on }: Way, role: Role): Thing[] =>
  on.flatMap(kind => whoseOf(kind, role).map(whose => ({ kind, whose })))

type Try = { readonly door: Door; readonly way: Way; readonly thing: Thing }
type Tried = Try & { readonly said: string; readonly wanted: string }

const triesOf = (role: Role): Try[] =>
  [...CHAT, ...TAB].flatMap(door =>
    door.ways.flatMap(way => thingsOf(way, role).map(thing => ({ door, way, thing }))),
  )

async function once(ground: Ground, role: Role, { door, way, thing }: Try): Promise<Tried> {
  const begun = await ground.begin(thing)
  const said = attempts.observed(way, begun, await door.attempt(ground, begun, way))
  return { door, way, thing, said, wanted: attempts.expected(way, thing, role) }
}

/** Tries every door as somebody of `role`, on a thing of every kind that it can name and of every owner. */
export async function walk(role: Role) {
  const ground = await setGround(role)
  try {
    const all: Tried[] = []
    for (const each of triesOf(role)) all.push(await once(ground, role, each))
    const told = all.filter(({ door, said }) => CHAT.includes(door) && TOLD.includes(said))
    return {
      tried: all.length,
      refused: all.filter(({ said }) => said !== 'done' && said !== 'hidden').length,
      differences: all
        .filter(({ said, wanted }) => said !== wanted)
        .map(({ door, thing, said, wanted }) => {
          return `${role}, ${door.name}, ${thing.kind} ${thing.whose}: ${said}, not ${wanted}`
        }),
      /** What the journal must hold of what was refused in the chat, and what it holds. */
      told: told.map(({ door, said }) => `${door.name}: ${said}`).toSorted(),
      journal: (await ground.journal()).toSorted(),
    }
  } finally {
    await ground.close()
  }
}
