import type { BallotView } from '../../contract/ballots.ts'
import type { CommitmentView, SharedView } from '../../contract/commitments.ts'
import type { Page } from '../../contract/common.ts'
import type { IdeaView } from '../../contract/ideas.ts'
import type { MeView } from '../../contract/people.ts'
import type { ProgrammeView } from '../../contract/programme.ts'
import type { WorkshopView } from '../../contract/workshops.ts'
import type { Call } from '../api/call.ts'

/** What the page reads, each from the feature that owns it. */
export type Sources = {
  readonly me: MeView
  readonly programme: ProgrammeView
  readonly commitments: readonly CommitmentView[]
  readonly shared: readonly SharedView[]
  readonly workshops: readonly WorkshopView[]
  readonly myIdeas: readonly IdeaView[]
  readonly ideas: readonly IdeaView[]
  readonly ballots: readonly BallotView[]
}
export type SourceName = keyof Sources

/** Four pages of commitments are two hundred: more than anybody reads. */
const PAGES = 4

async function pages<T>(call: Call, path: string, limit: number): Promise<readonly T[]> {
  const items: T[] = []
  let after = ''
  for (let page = 0; page < limit; page++) {
    const { items: more, next } = await call<Page<T>>('GET', after ? `${path}?after=${after}` : path)
    items.push(...more)
    if (next === undefined) break
    after = encodeURIComponent(next)
  }
  return items
}

const first = async <T>(call: Call, path: string) => (await call<Page<T>>('GET', path)).items

/** How each source is read. All start at once. */
export const READERS: { readonly [Name in SourceName]: (call: Call) => Promise<Sources[Name]> } = {
  me: call => call('GET', '/me'),
  programme: call => call('GET', '/programme'),
  commitments: call => pages(call, '/commitments', PAGES),
  shared: call => call('GET', '/commitments/shared'),
  workshops: call => first(call, '/workshops'),
  myIdeas: call => first(call, '/ideas?mine=1'),
  ideas: call => first(call, '/ideas'),
  ballots: call => first(call, '/ballots'),
}
