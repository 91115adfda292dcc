import { TOPICS, type Topic } from '../../../kernel/topic.ts'
import type { BallotView } from '../../contract/ballots.ts'
import type { CommitmentView, SharedView } from '../../contract/commitments.ts'
import type { Page } from '../../contract/common.ts'
import type { AskedView } from '../../contract/feedback.ts'
import type { IdeaView, MergeAskedView } from '../../contract/ideas.ts'
import type { InitiativeView } from '../../contract/initiatives.ts'
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
  readonly merges: readonly MergeAskedView[]
  readonly ballots: readonly BallotView[]
  readonly feedback: readonly AskedView[]
  readonly initiatives: readonly InitiativeView[]
}
export type SourceName = keyof Sources

/** `cut`: the server has more of it than was read. */
export type Reading<T> = { readonly value: T; readonly cut: boolean }
/** Reads a source; of a list, `further` pages beyond those read at first. `topics`: what it is about, where it says so. */
export type Reader<T> = ((call: Call, further: number) => Promise<Reading<T>>) & {
  readonly topics?: readonly Topic[]
}

/** The same reader, which then follows `topics` alone. */
export function about<T>(topics: readonly Topic[], reader: Reader<T>): Reader<T> {
  return Object.assign<Reader<T>, Pick<Reader<T>, 'topics'>>(
    (call: Call, further: number) => reader(call, further),
    { topics },
  )
}

export function isAbout({ topics: own }: Reader<unknown>, topics: readonly Topic[]): boolean {
  return !own || own.some(topic => topics.includes(topic))
}

/** All that these follow. */
export function followed(readers: readonly Reader<unknown>[]): readonly Topic[] {
  return TOPICS.filter(topic => readers.some(reader => isAbout(reader, [topic])))
}

export function whole<T>(path: string): Reader<T> {
  return async call => ({ value: await call<T>('GET', path), cut: false })
}

/** How many pages more are looked through for a first item that a list shows. */
const BEYOND = 3

/** A list, `atFirst` pages of it at first, and a few more while nothing in it is `sought`. */
export function paged<T>(
  path: string,
  atFirst = 1,
  sought: (item: T) => boolean = () => true,
): Reader<readonly T[]> {
  const from = path.includes('?') ? `${path}&after=` : `${path}?after=`
  return async (call, further) => {
    const items: T[] = []
    let after: string | undefined
    const wanted = atFirst + further
    for (let page = 0; page < wanted || (page < wanted + BEYOND && !items.some(sought)); page++) {
      const at = after === undefined ? path : from + encodeURIComponent(after)
      const { items: more, next } = await call<Page<T>>('GET', at)
      items.push(...more)
      after = next
      if (after === undefined) break
    }
    return { value: items, cut: after !== undefined }
  }
}

/** How each source of a page is read. All start at once. */
export type Readers<S> = { readonly [Name in keyof S]: Reader<S[Name]> }

/** Who acts, and in which programme. */
export const STANDING: Readers<Pick<Sources, 'me' | 'programme'>> = {
  me: about(['people'], whole('/me')),
  programme: about(['programme'], whole('/programme')),
}

/** One that somebody voted in, or has nothing to answer in; what is open to them waits elsewhere. */
export const isLookedBackOn = ({ state, mine, called }: BallotView) =>
  state === 'closed' || mine !== undefined || !called

export const READERS: Readers<Sources> = {
  ...STANDING,
  // Each stands under its axis, so all are wanted: four pages are two hundred.
  commitments: about(['commitments'], paged('/commitments', 4)),
  shared: about(['commitments', 'people'], whole('/commitments/shared')),
  workshops: about(['workshops', 'attendance'], paged('/workshops')),
  myIdeas: about(['ideas', 'initiatives'], paged('/ideas?mine=1')),
  ideas: about(
    ['ideas', 'initiatives'],
    paged('/ideas', 1, ({ mine }) => !mine),
  ),
  merges: about(['ideas'], paged('/merges')),
  ballots: about(['ballots'], paged('/ballots', 1, isLookedBackOn)),
  feedback: about(['feedback', 'attendance'], paged('/me/feedback')),
  initiatives: about(['initiatives'], paged('/initiatives?mine=1')),
}
