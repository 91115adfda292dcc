import { systemClock } from '../../../../kernel/time/clock.ts'
import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { AskedView } from '../../../contract/feedback.ts'
import type { IdeaView, MergeAskedView } from '../../../contract/ideas/ideas.ts'
import type { WaitingTrialView } from '../../../contract/initiatives/trials.ts'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import type { WorkshopView } from '../../../contract/workshops/workshops.ts'
import type { SourceName } from '../../data/sources/sources.ts'
import { hasBegun, isOff } from '../../parts/workshops/status.ts'
import type { PersonalTab } from '../navigation/context.tsx'

/** A task of this person. */
export type PersonalTask =
  | { readonly kind: 'direction'; readonly id: string }
  | { readonly kind: 'ballot'; readonly id: string; readonly ballot: BallotView }
  | {
      readonly kind: 'workshop' | 'table'
      readonly id: string
      readonly workshop: WorkshopView
      /** It is its day: it has a place of its own. */
      readonly today?: true
    }
  | { readonly kind: 'lead'; readonly id: string; readonly workshop: WorkshopView; readonly today: true }
  | { readonly kind: 'series'; readonly id: string; readonly days: readonly WorkshopView[] }
  | { readonly kind: 'answer'; readonly id: string; readonly idea: IdeaView }
  | { readonly kind: 'merge'; readonly id: string; readonly merge: MergeAskedView }
  | { readonly kind: 'feedback'; readonly id: string; readonly asked: AskedView }
  | { readonly kind: 'step'; readonly id: string; readonly step: OwnStepView }
  | {
      readonly kind: 'trials'
      readonly id: string
      readonly trials: readonly [WaitingTrialView, ...WaitingTrialView[]]
    }

const DAY = 86_400_000
/** How long an answer is listed as news. */
const NEWS = 14 * DAY
/** A promise waits so long before its day. */
const SOON = 7 * DAY

/** Time of the last answer or decision (ms); 0 without one. */
export function saidAt({ answer, decision }: IdeaView): number {
  return Math.max(answer?.at ?? 0, decision?.at ?? 0)
}

/** What one is asked to see to, and what one promised from a week before its day on. */
export function isNear({ askedOfMe, mine, state, standing, due }: OwnStepView, today: string): boolean {
  if (standing !== 'open' && standing !== 'merged') return false
  const soon = Date.parse(due) - Date.parse(today) <= SOON
  return askedOfMe || (mine && state === 'promised' && soon)
}

/** Nobody is asked about what they cannot have; a seat that is kept for them waits for an answer. */
function asks({ mine, stage, opensAt }: WorkshopView): boolean {
  if (mine === 'offered') return true
  return mine === undefined && stage !== 'closed' && opensAt === undefined
}

/**
 * The lists that may hold further tasks. Both begin with what is still open, so one whose last item is not has no more.
 */
export function longerOf({ values, cut }: Pick<PersonalTab, 'values' | 'cut'>): SourceName[] {
  const ballots = cut.ballots && values.ballots?.at(-1)?.state === 'open'
  const last = values.workshops?.at(-1)
  const workshops = cut.workshops && last && !hasBegun(last)
  return [...(ballots ? ['ballots' as const] : []), ...(workshops ? ['workshops' as const] : [])]
}

type Known = Pick<PersonalTab, 'me' | 'values' | 'acting' | 'programme'>

type WorkshopTask = Extract<PersonalTask, { kind: 'workshop' | 'table' }>

/** Key of a workshop that was acted on by itself. */
export const aloneOf = (id: string) => `alone-${id}`
/** Key of one that was acted on as today's. */
const todayOf = (id: string) => `today-${id}`

/** What acting on it adds to `touched`; `id`: of the day of a series. */
export function touchedBy(task: PersonalTask, id = task.id): readonly string[] {
  if (isToday(task) && 'workshop' in task) return [id, todayOf(task.workshop.id)]
  return task.kind === 'workshop' ? [id, aloneOf(id)] : [id]
}

/** Groups days of one series at its first day; one acted on by itself stays separate, so that the focus is kept. */
function bySeries(tasks: readonly WorkshopTask[], touched: ReadonlySet<string>): PersonalTask[] {
  const groups = Map.groupBy(tasks, ({ id, workshop }) =>
    touched.has(aloneOf(id)) ? id : (workshop.series ?? id),
  )
  return [...groups.values()].flatMap((group): readonly PersonalTask[] => {
    const series = group[0]?.workshop.series
    if (group.length < 2 || series === undefined) return group
    return [{ kind: 'series', id: `series-${series}`, days: group.map(({ workshop }) => workshop) }]
  })
}

/** Whether it belongs to today's workshop, which the page shows before all that waits. */
export const isToday = (task: PersonalTask) => 'today' in task && task.today === true

type Waits = (id: string, unanswered: boolean) => boolean

/** It is the day of the workshop, and not over. */
function isOn(workshop: WorkshopView, { zone, today }: Known['programme'], now: number): boolean {
  const { startsAt, endsAt } = workshop
  return endsAt > now && !isOff(workshop) && dateIn(startsAt, zone) === today
}

/** It is the day of a seat of mine, or I am there. */
const isMine = ({ mine, came }: WorkshopView) => mine === 'yes' || came === true

const tableTask = (workshop: WorkshopView): WorkshopTask => ({
  kind: 'table',
  id: `table-${workshop.id}`,
  workshop,
})
const workshopTask = (workshop: WorkshopView): WorkshopTask => ({
  kind: 'workshop',
  id: workshop.id,
  workshop,
})

function workshopTasks(known: Known, waits: Waits, touched: ReadonlySet<string>, now: number) {
  const all = known.values.workshops ?? []
  const on = all.filter(one => isOn(one, known.programme, now))
  const led = known.acting ? on.filter(({ facilitates }) => facilitates) : []
  const isTodays = (one: WorkshopView) =>
    touched.has(todayOf(one.id)) || (!touched.has(one.id) && isMine(one))
  const today = on.filter(one => isTodays(one) && !led.includes(one))
  const ahead = all.filter(one => !one.over && !today.includes(one) && !(led.includes(one) && isMine(one)))
  const tasks = ahead.filter(workshop => waits(workshop.id, asks(workshop))).map(workshopTask)
  const kept = ({ workshop }: WorkshopTask) => workshop.mine === 'offered'
  const tables = ahead
    .filter(({ id, mine, table }) => waits(`table-${id}`, mine === 'yes' && table !== undefined))
    .map(tableTask)
  return {
    led: led.map(
      (workshop): PersonalTask => ({ kind: 'lead', id: `lead-${workshop.id}`, workshop, today: true }),
    ),
    today: today.map(one => ({
      ...(one.table === undefined ? workshopTask(one) : tableTask(one)),
      today: true as const,
    })),
    offered: tasks.filter(kept),
    asked: bySeries(
      tasks.filter(task => !kept(task)),
      touched,
    ),
    tables,
  }
}

/**
 * What waits, likeliest first: the workshop of today that I facilitate; today's seat of mine, until the workshop ends; the Direction, since votes and answers are
 * counted under it; a seat to confirm, which is kept for a while only; what I am asked to see to or promised; open ballots without my vote; what was answered to my
 * ideas and is not `read`; what others propose for them; trials, which wait nowhere else on the page; coming workshops without my answer; what I am asked of those I came
 * to; my tables. `touched` holds what was acted upon during this visit: it keeps its place, so that the answer stands where
 * the question stood; so do proposals that were `answered`, which the server lists no more.
 */
export function tasksOf(
  known: Known,
  touched: ReadonlySet<string>,
  read: (idea: IdeaView) => boolean = () => false,
  answered: readonly MergeAskedView[] = [],
  now = systemClock.now(),
): PersonalTask[] {
  const { me, values, acting, programme } = known
  const waits = (id: string, unanswered: boolean) => (acting && unanswered) || touched.has(id)
  const direction: PersonalTask[] = waits('direction', !me.direction)
    ? [{ kind: 'direction', id: 'direction' }]
    : []
  const ballots = (values.ballots ?? [])
    .filter(({ id, state, mine, called }) => state === 'open' && waits(id, called && mine === undefined))
    .map((ballot): PersonalTask => ({ kind: 'ballot', id: ballot.id, ballot }))
  const since = Date.parse(programme.today) - NEWS
  const answers = (values.myIdeas ?? [])
    .filter(idea => waits(`answer-${idea.id}`, saidAt(idea) > since && !read(idea)))
    .map((idea): PersonalTask => ({ kind: 'answer', id: `answer-${idea.id}`, idea }))
  const asks = values.merges ?? []
  const merges = (
    acting ? [...asks, ...answered.filter(({ id }) => asks.every(ask => ask.id !== id))] : []
  ).map((merge): PersonalTask => ({ kind: 'merge', id: `merge-${merge.id}`, merge }))
  const feedback = (values.feedback ?? [])
    .filter(({ given }) => acting && !given)
    .map((asked): PersonalTask => ({ kind: 'feedback', id: `feedback-${asked.id}`, asked }))
  const steps = (values.steps ?? [])
    .filter(step => waits(`step-${step.id}`, isNear(step, programme.today)))
    .map((step): PersonalTask => ({ kind: 'step', id: `step-${step.id}`, step }))
  const [first, ...more] = (acting && values.trials) || []
  const trials: PersonalTask[] = first ? [{ kind: 'trials', id: 'trials', trials: [first, ...more] }] : []
  const { led, today, offered, asked, tables } = workshopTasks(known, waits, touched, now)
  return [
    ...led,
    ...today,
    ...direction,
    ...offered,
    ...steps,
    ...ballots,
    ...answers,
    ...merges,
    ...trials,
    ...asked,
    ...feedback,
    ...tables,
  ]
}
