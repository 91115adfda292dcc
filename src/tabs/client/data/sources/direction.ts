import type { SharedCommitmentView, StagesView } from '../../../contract/commitments.ts'
import type { FiguresView } from '../../../contract/figures/figures.ts'
import type { FollowedView } from '../../../contract/figures/review.ts'
import type { IdeaView, WaitingView } from '../../../contract/ideas/ideas.ts'
import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import type { TrialRecordView } from '../../../contract/initiatives/trial-records.ts'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import type { PostedView, PostsView } from '../../../contract/nudges.ts'
import type { DirectionWorkshopView } from '../../../contract/workshops/workshops.ts'
import type { Call } from '../api/call.ts'
import { followedIdeas } from './followed.ts'
import { about, paged, type Reader, type Readers, whole } from './sources.ts'

/** What the page reads of one Direction, each from the feature that owns it. */
export type DirectionSources = {
  readonly figures: FiguresView
  readonly waiting: { readonly mayAnswer: boolean; readonly ideas: readonly IdeaView[] }
  readonly workshops: readonly DirectionWorkshopView[]
  readonly commitments: readonly SharedCommitmentView[]
  readonly stages: readonly StagesView[]
  readonly initiatives: readonly InitiativeView[]
  /** Trials that are planned or run here, or were decided here. */
  readonly trials: readonly TrialRecordView[]
  readonly followed: FollowedView
  /** Promises of the Direction whose day is over, and what I wrote for it that nobody promised; none for who is not in charge. */
  readonly lateSteps: readonly OwnStepView[]
  readonly proposedSteps: readonly OwnStepView[]
  /** What its channels have had a post about; none for who is not in charge. */
  readonly posts: readonly PostedView[]
}

/** Whether this person may answer comes with each page of what waits. */
function waiting(path: string): Readers<DirectionSources>['waiting'] {
  return async (call, further) => {
    let mayAnswer = false
    const reading = (async (method, at) => {
      const page = await call<WaitingView>(method, at)
      mayAnswer = page.mayAnswer
      return page
    }) as Call
    const { value, cut } = await paged<IdeaView>(path)(reading, further)
    return { value: { mayAnswer, ideas: value }, cut }
  }
}

/** As many pages of steps as anybody goes through at once. */
const PAGES = 5

/** Steps that I wrote for the Direction, and that nobody promised yet. */
function proposed(direction: string): Reader<readonly OwnStepView[]> {
  const own = paged<OwnStepView>('/steps', PAGES)
  return async (call, further) => {
    const { value, cut } = await own(call, further)
    const here = (step: OwnStepView) =>
      step.state === 'proposed' && step.written && step.direction === direction
    return { value: value.filter(here), cut }
  }
}

const posts = (path: string): Reader<readonly PostedView[]> => {
  return async call => ({ value: (await call<PostsView>('GET', path)).items, cut: false })
}

type ChargeSources = Pick<DirectionSources, 'lateSteps' | 'proposedSteps' | 'posts'>

/** What only whoever is in charge there reads: next steps, and what was posted. */
export function chargeReadersOf(direction: string): Readers<ChargeSources> {
  const asked = encodeURIComponent(direction)
  return {
    lateSteps: about(['ideas'], paged(`/steps/late?direction=${asked}`, PAGES)),
    proposedSteps: about(['ideas'], proposed(direction)),
    posts: about(['workshops'], posts(`/directions/${asked}/posts`)),
  }
}

/** Nothing that changes is about it. */
const none = about<readonly never[]>([], async () => ({ value: [], cut: false }))
const NOT_IN_CHARGE: Readers<ChargeSources> = { lateSteps: none, proposedSteps: none, posts: none }

/**
 * How a Direction is read. The server decides what this person may see of it. `tends`: they are in charge there; nobody else
 * asks for what is refused to them, since the journal keeps each refusal.
 */
export function readersOf(direction: string, tends = false): Readers<DirectionSources> {
  const charge = tends ? chargeReadersOf(direction) : NOT_IN_CHARGE
  const at = `/directions/${encodeURIComponent(direction)}`
  return {
    figures: about(['figures', 'ideas'], whole(`${at}/figures`)),
    waiting: about(['ideas', 'people'], waiting(`${at}/waiting`)),
    workshops: about(['workshops'], paged(`${at}/workshops`)),
    stages: about(['commitments'], whole(`${at}/commitments/stages`)),
    trials: about(['initiatives'], paged(`/trial-records?direction=${encodeURIComponent(direction)}`)),
    initiatives: about(
      ['initiatives', 'ideas', 'people'],
      paged(`/initiatives?sort=supported&place=${encodeURIComponent(direction)}`),
    ),
    followed: followedIdeas(direction),
    lateSteps: charge.lateSteps,
    proposedSteps: charge.proposedSteps,
    posts: charge.posts,
    // Grouped by axis, so all are read: up to four pages, of eighty.
    commitments: about(['commitments', 'people'], paged(`${at}/commitments`, 4)),
  }
}
