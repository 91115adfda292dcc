import type { Shown } from '../../kernel/personal-data/counts.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { BallotSeen } from '../ballots/index.ts'
import type { ProgrammeFigures } from '../figures/index.ts'
import type { InitiativeSeen } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import type { SaidLesson, TrialTally } from '../trials/index.ts'
import type { Stage, Workshop } from '../workshops/index.ts'
import type { HeldFigure, OpenData } from './open-data.ts'

type Turnout = { readonly direction: { readonly id: string }; readonly votes: Shown; readonly small?: true }

const iso = (ms: number) => new Date(ms).toISOString()

/** Of people: an estimate comes with the tenth at the latest. */
const heldOf = (value: number, small = false): HeldFigure =>
  value > 0 ? { value } : { value: null, why: small ? 'small-direction' : 'under-ten' }

export function openedProgramme(
  programme: Programme,
): Pick<OpenData, 'programme' | 'axes' | 'phases' | 'directions' | 'language'> {
  const { id, version, name, organisation, headcount, language, axes, phases, directions } = programme
  return {
    language,
    programme: { id, version, name, organisation, headcount },
    axes: axes.map(({ id: axis, title, promise }) => ({ id: axis, title, promise })),
    phases: phases.map(({ id: phase, title, from, until }) => ({ id: phase, title, from, until })),
    directions: directions.map(({ id: direction, name: called, headcount: agents }) => ({
      id: direction,
      name: called,
      headcount: agents,
    })),
  }
}

/** No drafts. */
export function openedWorkshop(day: Workshop, stage: Stage): readonly OpenData['workshops'][number][] {
  if (stage === 'draft') return []
  const { title, axis, startsAt, endsAt, capacity, seatsTaken, directions } = day
  const times = { startsAt: iso(startsAt), endsAt: iso(endsAt) }
  return [{ title, axis, ...times, state: stage, seats: capacity, seatsTaken, directions }]
}

export function openedBallot(ballot: BallotSeen, turnouts: readonly Turnout[]): OpenData['ballots'][number] {
  const { question, kind, secret, closesAt, quorum, withheld, votes: voters } = ballot
  const options = ballot.options.map(({ title, idea, axis = null, votes }) => ({
    title: idea === undefined ? title : null,
    axis,
    votes,
  }))
  return {
    ...{ question, kind, secret, closedAt: iso(closesAt), quorum },
    result: withheld === undefined ? { voters, options } : null,
    byDirection: turnouts.map(({ direction, votes, small }) => ({
      direction: direction.id,
      voters: heldOf(votes, small),
    })),
  }
}

export function openedInitiative({ title, phase, idea }: InitiativeSeen): OpenData['initiatives'][number] {
  return { title, axis: idea.axis ?? null, phase, supports: idea.supports, directions: idea.directions }
}

export function openedTrials(tally: TrialTally, lessons: readonly SaidLesson[]): OpenData['trials'] {
  const count = (rows: TrialTally) => rows.reduce((all, row) => all + row.count, 0)
  const ended = (decision: string) => count(tally.filter(row => row.decision === decision))
  return {
    begun: count(tally),
    generalised: ended('generalise'),
    adjusted: ended('adjust'),
    stopped: ended('stop'),
    learnt: lessons.map(({ axis, decision, text }) => ({ axis: axis === '' ? null : axis, decision, text })),
  }
}

export function openedFigures(page: ProgrammeFigures, zone: string): OpenData['figures'] {
  if (page.takenAt === undefined) return null
  return {
    day: dateIn(page.takenAt, zone),
    participants: heldOf(page.participation.count),
    byDirection: page.directions.map(({ direction, count, small }) => ({
      direction: direction.id,
      participants: heldOf(small ? 0 : count, small),
    })),
    ideas: page.ideas.flatMap(({ axis, states }) =>
      states.map(({ state, count }) => ({ axis: axis === '' ? null : axis, state, count })),
    ),
    commitmentsKeptToOneself: page.unshared.map(({ axis, count }) => ({ axis, people: heldOf(count) })),
  }
}
