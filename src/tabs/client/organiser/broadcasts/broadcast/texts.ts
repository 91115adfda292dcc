import type { BroadcastThing, BroadcastView } from '../../../../contract/broadcasts.ts'
import type { ProgrammeView } from '../../../../contract/programme/programme.ts'
import type { BadgeTone } from '../../../parts/panels/badge.tsx'
import type { Translator } from '../../../parts/words/translator.ts'

type State = BroadcastView['state']
type Audience = BroadcastView['audience']
export type PersonRole = Extract<Audience, { kind: 'roles' }>['roles'][number]

export const TONES: Readonly<Record<State, BadgeTone>> = {
  draft: 'neutral',
  planned: 'brand',
  running: 'brand',
  paused: 'warning',
  stopped: 'neutral',
  done: 'good',
}

const STATES = {
  draft: 'cast.stage.draft',
  planned: 'cast.stage.planned',
  running: 'cast.stage.running',
  paused: 'cast.stage.paused',
  stopped: 'cast.stage.stopped',
  done: 'cast.stage.done',
} as const

/** Of one that runs at night nothing leaves yet. */
export function stateText(
  { say }: Translator,
  { state, leavesAt }: Pick<BroadcastView, 'state' | 'leavesAt'>,
) {
  return say(state === 'running' && leavesAt !== undefined ? 'cast.tab.waiting.label' : STATES[state])
}

const UNPLANNED = {
  cancelled: 'cast.plan.off.cancelled',
  changed: 'cast.plan.off.changed',
  closed: 'cast.plan.off.closed',
  over: 'cast.plan.off.over',
  gone: 'cast.plan.off.gone',
  nobody: 'cast.plan.off.nobody',
  channels: 'cast.plan.off.channels',
} as const

/** Why it does not start at its hour; '' where nothing is in the way. */
export function unplannedText(
  { say, shortDay, time }: Translator,
  { plan }: Pick<BroadcastView, 'plan'>,
): string {
  return plan?.off ? say(UNPLANNED[plan.off], { date: shortDay(plan.at), time: time(plan.at) }) : ''
}

const ROLES = {
  agent: 'cast.to.role.agent',
  pilot: 'cast.to.role.pilot',
  manager: 'cast.to.role.manager',
  organiser: 'cast.to.role.organiser',
} as const
export const ROLE_NAMES = Object.keys(ROLES) as PersonRole[]

export function roleText({ say }: Translator, role: PersonRole): string {
  return say(ROLES[role])
}

/** Names in a sentence; the others are counted. */
const NAMED = 4

function listed({ say }: Translator, names: readonly string[]): string {
  const first = names.slice(0, NAMED).join(', ')
  const more = names.length - NAMED
  return more > 0 ? `${first} ${say('announce.places.more', { count: more })}` : first
}

/** « Directions : Lycées, Culture ». */
export function audienceText(
  translator: Translator,
  { directions }: Pick<ProgrammeView, 'directions'>,
  { audience, titles }: Pick<BroadcastView, 'audience' | 'titles'>,
): string {
  const { say } = translator
  const namesOf = (ids: readonly string[]) =>
    listed(
      translator,
      ids.map(id => directions.find(each => each.id === id)?.name ?? id),
    )
  switch (audience.kind) {
    case 'directions':
      return say('cast.to.directions.of', { names: namesOf(audience.directions) })
    case 'channels':
      return say('cast.to.channels.of', { names: namesOf(audience.directions) })
    case 'roles':
      return listed(
        translator,
        audience.roles.map(role => roleText(translator, role)),
      )
    case 'workshop':
      return say('cast.to.workshop', { title: titles.audience })
    default:
      return say('cast.to.everybody')
  }
}

const WITH = {
  workshop: 'cast.with.workshop',
  series: 'cast.with.series',
  ballot: 'cast.with.ballot',
} as const

export function thingText({ say }: Translator, kind: BroadcastThing['kind'], title: string): string {
  return say(WITH[kind], { title })
}

/** A title with its day: the days of a series bear the same. `startsAt`: milliseconds. */
export function datedTitle(
  { shortDay }: Translator,
  { title, startsAt }: { readonly title: string; readonly startsAt?: number },
): string {
  return startsAt === undefined ? title : `${title}, ${shortDay(startsAt)}`
}

/** Letters of a title. */
const TITLE = 90

/** The first line, cut at a word: what a broadcast is called. */
export function titleOf({ text }: Pick<BroadcastView, 'text'>): string {
  const line = text.split('\n', 1)[0] ?? ''
  const letters = [...line]
  if (letters.length <= TITLE) return line
  return `${letters
    .slice(0, TITLE)
    .join('')
    .replace(/\s\S*$/, '')
    .trimEnd()}…`
}
