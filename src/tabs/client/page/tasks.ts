import type { BallotView } from '../../contract/ballots.ts'
import type { WorkshopView } from '../../contract/workshops.ts'
import type { SourceName } from '../board/sources.ts'
import type { Desk } from './desk.tsx'

/** Something that waits for this person. */
export type Task =
  | { readonly kind: 'direction'; readonly id: string }
  | { readonly kind: 'ballot'; readonly id: string; readonly ballot: BallotView }
  | { readonly kind: 'workshop'; readonly id: string; readonly workshop: WorkshopView }

/** Cancelled ones stand among those to come. */
const hasBegun = ({ stage }: WorkshopView) => stage === 'underway' || stage === 'over'

/** Nobody is asked about what they cannot have; a seat that is kept for them waits for an answer. */
function asks({ mine, stage, opensAt }: WorkshopView): boolean {
  if (mine === 'offered') return true
  return mine === undefined && stage !== 'closed' && opensAt === undefined
}

/**
 * The lists that may hold further tasks. Both begin with what is still open, so one whose last item is not has no more.
 */
export function longerOf({ values, cut }: Pick<Desk, 'values' | 'cut'>): SourceName[] {
  const ballots = cut.ballots && values.ballots?.at(-1)?.state === 'open'
  const last = values.workshops?.at(-1)
  const workshops = cut.workshops && last && !hasBegun(last)
  return [...(ballots ? ['ballots' as const] : []), ...(workshops ? ['workshops' as const] : [])]
}

/**
 * What waits, likeliest first: the Direction, since votes and answers are counted under it; open ballots without my
 * vote; coming workshops without my answer, or with a seat to confirm. `touched` holds what was acted upon during this visit: it keeps its place,
 * so that the answer stands where the question stood.
 */
export function tasksOf(
  { me, values, acting }: Pick<Desk, 'me' | 'values' | 'acting'>,
  touched: ReadonlySet<string>,
): Task[] {
  const waits = (id: string, unanswered: boolean) => (acting && unanswered) || touched.has(id)
  const direction: Task[] = waits('direction', !me.direction) ? [{ kind: 'direction', id: 'direction' }] : []
  const ballots = (values.ballots ?? [])
    .filter(({ id, state, mine, called }) => state === 'open' && waits(id, called && mine === undefined))
    .map((ballot): Task => ({ kind: 'ballot', id: ballot.id, ballot }))
  const workshops = (values.workshops ?? [])
    .filter(workshop => !workshop.over && waits(workshop.id, asks(workshop)))
    .map((workshop): Task => ({ kind: 'workshop', id: workshop.id, workshop }))
  return [...direction, ...ballots, ...workshops]
}
