import { DRAW_SOON, OPENS, type StepStates, type WorkshopFacts } from './domain.ts'

/** The one thing to do next on a face of a workshop's page. */
export type NextAct =
  | 'announce'
  | 'check'
  | 'draw'
  | 'lead'
  | 'show'
  | 'screen'
  | 'harvest'
  | 'publish'
  | 'answer'

/** What comes next before, on and after the day; absent where nothing does. */
export type NextActs = {
  readonly prepare?: NextAct
  readonly run?: NextAct
  readonly close?: NextAct
}

type Facts = Pick<
  WorkshopFacts,
  'state' | 'posted' | 'lost' | 'startsAt' | 'endsAt' | 'seats' | 'tables' | 'led' | 'shown' | 'unanswered'
>

function toPrepare(facts: Facts, states: StepStates, now: number): NextAct | undefined {
  const { state, posted, lost, startsAt, seats, tables, led, shown } = facts
  if (state === 'draft') return 'announce'
  if (now >= startsAt) return undefined
  if (posted === 0 && lost > 0) return 'check'
  if (states.tables !== 'open') return undefined
  if (tables === 0) return seats > 1 && now >= startsAt - DRAW_SOON ? 'draw' : undefined
  if (!shown) return led < tables ? 'lead' : 'show'
  return led < tables ? 'lead' : undefined
}

function toRun({ startsAt, endsAt }: Facts, now: number): NextAct | undefined {
  if (now < startsAt - OPENS || now >= endsAt) return undefined
  return now < startsAt ? 'screen' : 'harvest'
}

function toClose({ endsAt, unanswered }: Facts, states: StepStates, now: number): NextAct | undefined {
  if (now < endsAt) return undefined
  if (states.summary === 'open') return 'publish'
  return unanswered > 0 ? 'answer' : undefined
}

/** The next act of each face, from rows and the clock alone; none of a workshop that was called off. */
export function nextActsOf(facts: Facts, states: StepStates, now: number): NextActs {
  if (facts.state === 'cancelled' || facts.state === 'postponed') return {}
  const prepare = toPrepare(facts, states, now)
  if (facts.state === 'draft') return { ...(prepare && { prepare }) }
  const [run, close] = [toRun(facts, now), toClose(facts, states, now)]
  return { ...(prepare && { prepare }), ...(run && { run }), ...(close && { close }) }
}
