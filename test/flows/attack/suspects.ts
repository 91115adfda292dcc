import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { noLimits } from '../../../src/kernel/requests/limits.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import { MAELLE, type Person, person } from '../../support/sign-in/cast.ts'

/** Everybody writes in one large Direction and under one axis: neither tells anything. */
const DIRECTION = 'lycees'
const AXIS = 'usager'

export const suspectAt = (at: number): Person => person(`Suspect ${at}`, { direction: DIRECTION })
/** Of the Lab’. */
export const ATTACKER = MAELLE

/** The product as it runs, behind its own web server, and people who have told it who they are. */
export async function openSuspects(people: readonly Person[]): Promise<World> {
  const world = await openWorld({ people: [ATTACKER, ...people], ids: randomIds, limits: noLimits })
  for (const each of people) await world.api(each).put('/me', { direction: DIRECTION })
  await world.api(ATTACKER).get('/me')
  return world
}

export async function write(world: World, who: Person, text: string, unnamed: boolean): Promise<string> {
  const body = { nonce: randomIds.nonce(), axis: AXIS, text, unnamed }
  return (await world.api(who).post<IdeaView>('/ideas', body)).id
}

export const support = (world: World, who: Person, idea: string) =>
  world.api(who).put(`/ideas/${idea}/support`, { support: true })

/** What is answered, refusals too. */
export async function asked(world: World, who: Person, method: string, path: string, body?: unknown) {
  const { status, body: answer } = await world.api(who).ask<unknown>(method, path, body)
  return [status, answer]
}

/** All that a list holds, page by page. */
export async function allOf(world: World, who: Person, path: string): Promise<readonly object[]> {
  const all: object[] = []
  let after: string | undefined
  do {
    const page: Page<object> = await world.api(who).get(after === undefined ? path : `${path}?after=${after}`)
    all.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return all
}

/** The file of all ideas, as the organiser takes it away: each line by its id. */
export async function exported(world: World): Promise<ReadonlyMap<string, string>> {
  const answer = await fetch(`${world.origin}/api/v1/exports/ideas`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await world.signIn.tabToken(ATTACKER)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ format: 'csv' }),
  })
  const lines = (await answer.text()).split('\r\n').slice(1)
  return new Map(lines.map(line => [line.split(';')[0] ?? '', line]))
}
