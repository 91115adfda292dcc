import { overflowed } from '../../../cards/overflow.ts'
import type {
  ActsPart,
  ButtonsPart,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { clausesOf } from '../../../kernel/text/clause.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import { type NextStepShown, stepFacts } from '../../next-steps/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { InitiativeTrial, TrialEnding } from '../trial/domain.ts'
import type { DecidedTrial } from './domain.ts'

type Act = ButtonsPart['buttons'][number]
type Line = { readonly heading: string; readonly text: string }

export type DecisionCard = CardOf<
  'trials/decision/decision',
  HeaderPart &
    TitlePart &
    FactsPart &
    ActsPart &
    FootPart &
    TabPart &
    FooterPart & {
      /** What a message tells, or asks; '' elsewhere. */
      readonly told: string
      readonly hypothesis: string
      /** Why, and what was learnt; none before it is decided. */
      readonly lines: readonly Line[]
    }
>

export type DecisionCardContext = {
  readonly words: Words
  readonly programme: Pick<Programme, 'direction'>
}

export const ICON = 'Beaker'
/** Directions that are named; of more, how many there are. */
const NAMED = 3
/** Characters of what was learnt, in a line among others. */
const IN_LINE = 140

export function dayText(words: Words, day: string): string {
  return words.shortDay(momentOf(day, '12:00', words.zone) ?? 0)
}

function shorter(text: string): string {
  const letters = [...text]
  return letters.length > IN_LINE ? `${letters.slice(0, IN_LINE - 1).join('')}…` : text
}

/** Names of a few Directions, or how many. */
function directionsText({ words, programme }: DecisionCardContext, ids: readonly string[]): string {
  return ids.length > NAMED
    ? words.say('trial.card.directions', { count: ids.length })
    : ids.map(id => safe(programme.direction(id)?.name ?? id)).join(', ')
}

/** « généralisé dans 3 Directions », « arrêté, et voici pourquoi » */
function whatText({ say }: Words, { kind, directions }: TrialEnding): string {
  if (kind === 'generalise') return say('trial.decision.what.generalise', { count: directions.length })
  return say(`trial.decision.what.${kind}`)
}

/** What became of it, in a line: of one that was stopped, why comes first. */
export function decidedText(words: Words, { ending }: DecidedTrial): string {
  const { kind, why, learnt } = ending
  const what = whatText(words, ending)
  const lesson = safe(shorter(learnt))
  return kind === 'stop'
    ? words.say('trial.decision.line.stop', { what, why: safe(shorter(why)), learnt: lesson })
    : words.say('trial.decision.line', { what, learnt: lesson })
}

/** What a notification shows. */
export function decidedSummary(words: Words, { title, ending }: DecidedTrial): string {
  return words.say('trial.decision.summary', { title: plain(title), what: whatText(words, ending) })
}

export function hypothesisText({ say }: Words, { hypothesis }: InitiativeTrial): string {
  const { ifWe, expected } = clausesOf(hypothesis)
  return say('trial.tab.hypothesis', { ifWe: safe(ifWe), expected: safe(expected) })
}

function badgeOf({ say }: Words, { kind }: TrialEnding) {
  // Stopping has the same honours.
  return { text: say(`trial.decision.as.${kind}`), tone: 'brand' } as const
}

function whereText(context: DecisionCardContext, { directions, site }: InitiativeTrial): string {
  return [directionsText(context, directions), safe(site)].filter(part => part !== '').join(', ')
}

type FactBeside = { readonly next: readonly NextStepShown[]; readonly mayFollow: boolean }

function factsOf(context: DecisionCardContext, trial: DecidedTrial, beside: FactBeside): FactsPart['facts'] {
  const { words } = context
  const { ending, from, until } = trial
  // One that was stopped ended that day.
  const [last = until] = [ending.on, until].toSorted()
  const days = { from: dayText(words, from), until: dayText(words, last) }
  const to = directionsText(context, ending.directions)
  const unsaid = beside.next.length === 0 && beside.mayFollow
  return [
    { icon: 'Location', text: words.say('trial.decision.where', { where: whereText(context, trial) }) },
    { icon: 'CalendarLtr', text: words.say('trial.card.between', days) },
    ...(to === ''
      ? []
      : [{ icon: 'ArrowForward', text: words.say('trial.card.decided.where', { where: to }) }]),
    ...stepFacts(words, beside.next),
    ...(unsaid ? [{ icon: 'Flag', text: words.say('trial.decision.next.unsaid') }] : []),
  ]
}

const button = (title: string, verb: string, data: Act['data']): Act => ({ title, verb, data })

/** « Et ensuite ? » comes first for those who may say it. */
function nextActs({ say }: Words, id: string, { next, mayFollow }: FactBeside): readonly Act[] {
  const on = { kind: 'trial', id }
  if (next.length > 0) return mayFollow ? [button(say('step.open'), 'steps.on', on)] : []
  return mayFollow ? [button(say('trial.decision.next'), 'steps.form', on)] : []
}

type Beside = FactBeside &
  Partial<FootPart> & {
    readonly told?: string
    readonly footer?: string
    /** They plan the trial that comes after this one. */
    readonly mayPlan?: boolean
  }

/** A decided trial, for one person or, without anything of theirs, for a channel. */
export function decidedCard(
  context: DecisionCardContext,
  trial: DecidedTrial,
  { told = '', foot = [], footer = '', mayPlan = false, ...beside }: Beside,
): DecisionCard {
  const { words } = context
  const { say } = words
  const { id, initiative, title, ending } = trial
  const acts = [
    ...nextActs(words, id, beside),
    button(say('initiative.see'), 'initiatives.show', { initiative }),
    button(say('initiative.inspire'), 'initiatives.inspire-form', { initiative }),
  ]
  const planning = mayPlan && ending.kind === 'adjust' ? { words: say('trial.decision.plan') } : {}
  return {
    template: 'trials/decision/decision',
    data: {
      icon: ICON,
      kind: say('trial.card.kind'),
      badge: badgeOf(words, ending),
      inTab: { tab: 'gallery', wanted: initiative, ...planning },
      title: safe(title),
      told,
      hypothesis: hypothesisText(words, trial),
      lines: [
        { heading: say('trial.decision.why'), text: safe(ending.why) },
        { heading: say('trial.decision.learnt'), text: safe(ending.learnt) },
      ],
      facts: factsOf(context, trial, beside),
      buttons: overflowed(acts),
      foot,
      footer,
    },
  }
}

type Due = Partial<FootPart> & { readonly told?: string; readonly mayDecide: boolean }

/** One that nobody decided yet, as whoever carries it is asked about it, or as it is read. */
export function undecidedCard(
  { words }: DecisionCardContext,
  trial: InitiativeTrial & { readonly title: string },
  { told = '', foot = [], mayDecide }: Due,
): DecisionCard {
  const { say } = words
  const { id, initiative, title, from, until } = trial
  const days = { from: dayText(words, from), until: dayText(words, until) }
  const decide = button(say('trial.decision.decide'), 'trials.decide-form', { trial: id })
  return {
    template: 'trials/decision/decision',
    data: {
      icon: ICON,
      kind: say('trial.card.kind'),
      ...(told !== '' && { badge: { text: say('trial.decision.due'), tone: 'warning' } }),
      inTab: { tab: 'gallery', wanted: initiative },
      title: safe(title),
      told,
      hypothesis: hypothesisText(words, trial),
      lines: [],
      facts: [{ icon: 'CalendarLtr', text: say('trial.card.between', days) }],
      buttons: overflowed([
        ...(mayDecide ? [decide] : []),
        button(say('initiative.see'), 'initiatives.show', { initiative }),
      ]),
      foot,
      footer: told === '' ? '' : say('trial.decision.ask.rules'),
    },
  }
}

/** What is left in a channel of one that nobody may read any more. */
export function goneDecision({ say }: Words): DecisionCard {
  return {
    template: 'trials/decision/decision',
    data: {
      icon: ICON,
      kind: say('trial.card.kind'),
      title: say('initiative.gone'),
      told: '',
      hypothesis: '',
      lines: [],
      facts: [],
      buttons: [],
      foot: [],
      footer: '',
    },
  }
}
