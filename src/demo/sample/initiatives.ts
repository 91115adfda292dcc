import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { App } from '../../compose.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import type { InitiativePhase, ResourceView } from '../../tabs/contract/initiatives/initiatives.ts'
import { DEMO_TENANT, PERSONAS } from '../personas/personas.ts'

type Someone = { readonly objectId: string; readonly name: string }
type Sheet = Readonly<Record<'title' | 'problem' | 'story' | 'inspiring' | 'outcome', string>> & {
  readonly phase: InitiativePhase
  readonly resources: readonly ResourceView[]
}
type Carried = Sheet & {
  /** Text of an idea of the sample. */
  readonly idea: string
  readonly owner: number | string
  readonly members: readonly number[]
  readonly comments: readonly string[]
}

/** The sample's people and ideas. */
export type Crowd = {
  readonly people: readonly Someone[]
  /** Ids of the sample's ideas, by text. */
  readonly ideas: ReadonlyMap<string, string>
}

/** Calls routes of the tab as one person. */
function callsOf({ people, programme, routes }: App) {
  return async ({ objectId, name }: Someone) => {
    const greeting = { tenant: DEMO_TENANT, objectId, name, language: programme.language }
    const actor = await people.greet(greeting)
    return (method: ApiRoute['method'], path: string, id: string, body: object) => {
      const route = routes.find(each => each.method === method && each.path === path)
      return route?.run({ actor, params: { id }, query: {}, body, sentence: ({ code }) => code })
    }
  }
}

/** Retains some of the sample's ideas; people carry, join and comment them. */
export async function carryIdeas(app: App, { people, ideas }: Crowd): Promise<void> {
  const carried = parse(readFileSync(new URL('initiatives.yaml', import.meta.url), 'utf8')) as Carried[]
  const as = callsOf(app)
  const lab = await as(PERSONAS[0])
  for (const { idea, owner: named, members, comments, ...sheet } of carried) {
    const id = ideas.get(idea)
    const owner = PERSONAS.find(({ key }) => key === named) ?? people[Number(named)]
    if (id === undefined || owner === undefined) continue
    await lab('put', '/ideas/:id/state', id, { state: 'retained' })
    const carrier = await as(owner)
    await carrier('post', '/initiatives', id, { nonce: app.ids.nonce(), idea: id })
    await carrier('put', '/initiatives/:id', id, sheet)
    const joining = members.flatMap(at => people[at] ?? [])
    for (const [at, member] of joining.entries()) {
      const call = await as(member)
      await call('put', '/initiatives/:id/membership', id, { joined: true })
      const text = comments[at]
      if (text !== undefined) await call('post', '/ideas/:id/comments', id, { nonce: app.ids.nonce(), text })
    }
  }
}
