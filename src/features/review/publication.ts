import { exact, type Shown } from '../../kernel/personal-data/counts.ts'
import type { BallotSeen } from '../ballots/index.ts'
import type { Initiative } from '../initiatives/index.ts'
import type { Axis, Programme } from '../programme/index.ts'
import type { SaidLesson } from '../trials/index.ts'
import type { Followed, ProgrammeReview, ReviewAxis, ReviewDirection, ReviewMonth } from './domain.ts'

/** Characters of one paragraph, and of the words under which an initiative stands, as a person counts them. */
export const PARAGRAPH_LENGTH = 1_200
export const TITLE_LENGTH = 120
/** Bounds of one file. */
export const MOST_TITLES = 300
export const MOST_BALLOTS = 50

/**
 * All that one file says: what open data may say, paragraphs that organisers wrote for it, titles and lessons that they re-read. What
 * is not a field of this cannot leave: no name, no text of an idea, a comment or a commitment, no count of one Direction's ideas.
 */
export type PublishedReview = {
  /** Milliseconds: when it was counted. */
  readonly at: number
  readonly programme: Pick<Programme, 'name' | 'organisation' | 'headcount' | 'phases'>
  /** '' where nothing was written. */
  readonly opening: string
  readonly followed: Followed
  /** Under ten people: a count of 0. */
  readonly participation?: ProgrammeReview['participation']
  readonly axes: readonly PublishedAxis[]
  readonly months: readonly ReviewMonth[]
  /** The newest first. */
  readonly ballots: readonly PublishedBallot[]
  /** Ballots that would not fit. */
  readonly olderBallots: number
  readonly directions: readonly PublishedDirection[]
}

/** `axis`: absent for what is under none. `proposed`, `learnt`: '' where nothing was written. */
export type PublishedAxis = {
  readonly axis: Axis | undefined
  readonly figures: ReviewAxis
  readonly proposed: string
  readonly learnt: string
  readonly initiatives: readonly PublishedInitiative[]
  /** What trials taught, as organisers re-read it; the latest first. */
  readonly tried: readonly Omit<SaidLesson, 'axis'>[]
}

/** `title`: as an organiser re-read or worded it. */
export type PublishedInitiative = Pick<Initiative, 'title' | 'phase'> & {
  readonly supports: Shown
  readonly directions: number
}

export type PublishedBallot = {
  readonly question: string
  readonly kind: 'single' | 'approval' | 'dots'
  readonly secret: boolean
  /** Milliseconds. */
  readonly closedAt: number
  readonly quorum: number
  /** Absent where a secret ballot shows none. */
  readonly result?: {
    readonly voters: Shown
    /** `title`: absent for the words of an idea. `votes`: points where they are shared out. */
    readonly options: readonly {
      readonly title?: string
      readonly axis: Axis | undefined
      readonly votes: Shown
    }[]
  }
}

/** Of one Direction people alone, as open data has them: nothing of it where it is small. */
export type PublishedDirection = {
  readonly name: string
  readonly headcount: number
  readonly small: boolean
  readonly took?: Shown
}

/** Of a Direction's line what may leave: its ideas are read by colleagues alone. */
export function publishedDirection(line: ReviewDirection): PublishedDirection {
  const { direction, small = false, participation } = line
  const { name, headcount } = direction
  return { name, headcount, small, ...(participation && !small && { took: participation.count }) }
}

/** Of a ballot what may leave: its question and the options that the Lab' wrote, never the words of an idea. */
export function publishedBallot(
  ballot: BallotSeen,
  { axis: find }: Pick<Programme, 'axis'>,
): PublishedBallot {
  const { question, kind, secret, closesAt, quorum, withheld, votes } = ballot
  const options = ballot.options.map(({ title, idea, axis = '', ...option }) => ({
    ...(idea === undefined && { title }),
    axis: find(axis),
    votes: exact('open-ballot', option.votes),
  }))
  const result = { voters: exact('open-ballot', votes), options }
  return { question, kind, secret, closedAt: closesAt, quorum, ...(withheld === undefined && { result }) }
}

/** Whether nothing at all was asked, proposed or begun: no file is made of that. */
export function isEmpty({ axes, months }: Pick<ProgrammeReview, 'axes' | 'months'>): boolean {
  const counts = axes.flatMap(({ asked, proposed, answered, begun, learnt }) =>
    [asked, proposed, answered, begun, learnt].flatMap(group => Object.values(group)),
  )
  return months.length === 0 && counts.every(count => count === 0)
}
