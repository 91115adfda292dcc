import { type ChangeTopic, TOPICS } from '../../../../kernel/storage/change-topic.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { CommitmentView, SharedView } from '../../../contract/commitments.ts'
import type { AskedView } from '../../../contract/feedback.ts'
import type { IdeaView, MergeAskedView } from '../../../contract/ideas/ideas.ts'
import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import type { WaitingTrialView } from '../../../contract/initiatives/trials.ts'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import type { MeView } from '../../../contract/people/people.ts'
import type { Page } from '../../../contract/primitives.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import { listIn, thingIn } from '../api/answer-shape.ts'
import type { Call } from '../api/call.ts'
import type { PartKey } from '../api/failure.ts'

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
  readonly steps: readonly OwnStepView[]
  readonly initiatives: readonly InitiativeView[]
  /** Those that wait for me. */
  readonly trials: readonly WaitingTrialView[]
}
export type SourceName = keyof Sources

/** `cut`: the server has more of it than was read. */
export type SourceReading<T> = { readonly value: T; readonly cut: boolean }
type Named = {
  /** What it is about, where it says so. */
  readonly topics?: readonly ChangeTopic[]
  /** What the part that shows it says when it cannot be read. */
  readonly part?: PartKey
}
/** Reads a source; of a list, `further` pages beyond those read at first. */
export type Reader<T> = ((call: Call, further: number) => Promise<SourceReading<T>>) & Named

function withNames<T>(reader: Reader<T>, names: Named): Reader<T> {
  const { topics, part } = reader
  const same = (call: Call, further: number) => reader(call, further)
  return Object.assign<Reader<T>, Named>(same, { ...(topics && { topics }), ...(part && { part }), ...names })
}

/** The same reader, subscribed to `topics` alone. */
export const about = <T>(topics: readonly ChangeTopic[], reader: Reader<T>) => withNames(reader, { topics })

/** The same reader, whose part says `part` when it cannot be read. */
export const named = <T>(part: PartKey, reader: Reader<T>) => withNames(reader, { part })

export function isAbout({ topics: own }: Reader<unknown>, topics: readonly ChangeTopic[]): boolean {
  return !own || own.some(topic => topics.includes(topic))
}

/** All that these follow. */
export function followed(readers: readonly Reader<unknown>[]): readonly ChangeTopic[] {
  return TOPICS.filter(topic => readers.some(reader => isAbout(reader, [topic])))
}

/** `optional`: all that it holds may be left out. */
export function whole<T>(path: string, optional = false): Reader<T> {
  return async call => ({ value: thingIn(await call<T>('GET', path), optional), cut: false })
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
  const read: Reader<readonly T[]> = async (call, further) => {
    const items: T[] = []
    let after: string | undefined
    const wanted = atFirst + further
    for (let page = 0; page < wanted || (page < wanted + BEYOND && !items.some(sought)); page++) {
      const at = after === undefined ? path : from + encodeURIComponent(after)
      const { items: more, next } = listIn(await call<Page<T>>('GET', at))
      items.push(...more)
      after = next
      if (after === undefined) break
    }
    return { value: items, cut: after !== undefined }
  }
  return named('unread.part', read)
}

/** Readers of a page's sources, run concurrently. */
export type Readers<S> = { readonly [Name in keyof S]: Reader<S[Name]> }

/** Who acts, and in which programme. */
export const SESSION_READERS: Readers<Pick<Sources, 'me' | 'programme'>> = {
  me: named('unread.me', about(['people'], whole('/me'))),
  programme: named('unread.programme', about(['programme'], whole('/programme'))),
}

/** One that somebody voted in, or has nothing to answer in; what is open to them waits elsewhere. */
export const isLookedBackOn = ({ state, mine, called }: BallotView) =>
  state === 'closed' || mine !== undefined || !called

export const READERS: Readers<Sources> = {
  ...SESSION_READERS,
  // Grouped by axis, so all are read: up to four pages, of two hundred.
  commitments: named('unread.commitments', about(['commitments'], paged('/commitments', 4))),
  shared: named('unread.shared', about(['commitments', 'people'], whole('/commitments/shared'))),
  workshops: named('unread.workshops', about(['workshops', 'attendance'], paged('/workshops'))),
  myIdeas: named('unread.my-ideas', about(['ideas', 'initiatives'], paged('/ideas?mine=1'))),
  ideas: named(
    'unread.ideas',
    about(
      ['ideas', 'initiatives'],
      paged('/ideas', 1, ({ mine }) => !mine),
    ),
  ),
  merges: named('unread.merges', about(['ideas'], paged('/merges'))),
  ballots: named('unread.ballots', about(['ballots'], paged('/ballots', 1, isLookedBackOn))),
  feedback: named('unread.feedback', about(['feedback', 'attendance'], paged('/me/feedback'))),
  steps: named('unread.steps', about(['ideas'], paged('/steps'))),
  initiatives: named('unread.initiatives', about(['initiatives'], paged('/initiatives?mine=1'))),
  trials: named('unread.initiatives', about(['initiatives'], paged('/me/trials'))),
}
