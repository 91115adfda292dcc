import { number } from '../../../../i18n/format.ts'
import type { Key } from '../../../../i18n/words.ts'
import { clausesOf } from '../../../../kernel/text/clause.ts'
import type {
  InitiativeTrials,
  TrialDecisionKind,
  TrialMeasureView,
  TrialRhythm,
  TrialShownFrom,
  TrialState,
  TrialView,
} from '../../../contract/initiatives/trials.ts'
import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { BadgeTone } from '../../parts/panels/badge.tsx'
import { plainDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** The steps of a question, from the first to the fifth. */
export const STEPS = [
  { step: 1, word: 'trial.look-in.step.1' },
  { step: 2, word: 'trial.look-in.step.2' },
  { step: 3, word: 'trial.look-in.step.3' },
  { step: 4, word: 'trial.look-in.step.4' },
  { step: 5, word: 'trial.look-in.step.5' },
] as const satisfies readonly { step: number; word: Key }[]

/** The types hold these to the rule. */
export const SHOWN_FROM: TrialShownFrom = { count: 5, trying: 13 }

export const RHYTHM_WORDS: Readonly<Record<TrialRhythm, Key>> = {
  weekly: 'trial.tab.rhythm.weekly',
  fortnightly: 'trial.tab.rhythm.fortnightly',
  monthly: 'trial.tab.rhythm.monthly',
  end: 'trial.tab.rhythm.end',
}

export const DECISION_WORDS: Readonly<Record<TrialDecisionKind, Key>> = {
  generalise: 'trial.tab.decided.generalise',
  adjust: 'trial.tab.decided.adjust',
  stop: 'trial.tab.decided.stop',
}

/** The three ends of a trial have one tone: stopping is worth as much. */
const STATES: Readonly<
  Record<Exclude<TrialState, 'decided'>, { readonly word: Key; readonly tone: BadgeTone }>
> = {
  planned: { word: 'trial.tab.state.planned', tone: 'neutral' },
  running: { word: 'trial.tab.state.running', tone: 'brand' },
  due: { word: 'trial.tab.state.due', tone: 'warning' },
}

export function stateOf({ state, decision }: TrialView): { readonly word: Key; readonly tone: BadgeTone } {
  if (decision) return { word: DECISION_WORDS[decision.kind], tone: 'good' }
  return state === 'decided' ? { word: 'trial.tab.state.due', tone: 'neutral' } : STATES[state]
}

/** The trial that the sheet shows: the one at present, else the latest. */
export const leadOf = ({ current, past }: InitiativeTrials): TrialView | undefined => current ?? past[0]

/** What is asked of this person first; nothing where others have the word. */
export function firstActOf(trial: TrialView | undefined): 'decide' | 'answer' | 'try' | undefined {
  if (!trial || trial.decision) return undefined
  if (trial.state === 'due' && trial.mayDecide) return 'decide'
  if (trial.asked && !trial.asked.answered) return 'answer'
  return trial.trying || trial.mine ? undefined : 'try'
}

/** Whether the initiative's phase follows it: from its first day until it is decided. */
export const isTested = (trial: TrialView | undefined): boolean =>
  trial?.state === 'running' || trial?.state === 'due'

/** « Si nous …, alors …. » */
export function hypothesisText({ hypothesis }: Pick<TrialView, 'hypothesis'>, { say }: Translator) {
  return say('trial.tab.hypothesis', clausesOf(hypothesis))
}

/** Names shown before the others are counted. */
const PLACES = 3

/** « Direction des lycées, Direction des mobilités et 2 autres Directions · l’accueil du lycée » */
export function placeText(
  { directions, site }: Pick<TrialView, 'directions' | 'site'>,
  programme: Pick<ProgrammeView, 'directions'>,
  translator: Translator,
  most = PLACES,
): string {
  const names = programme.directions.filter(({ id }) => directions.includes(id)).map(({ name }) => name)
  const shown = names.length > most + 1 ? names.slice(0, most) : names
  const more = names.length - shown.length
  const rest = more > 0 ? [translator.say('trial.tab.where.more', { count: more })] : []
  return [...shown, ...rest, ...(site ? [site] : [])].join(', ')
}

/** « du 3 mai au 14 juin » */
export function whenText(
  { from, until }: Pick<TrialView, 'from' | 'until'>,
  today: string,
  translator: Translator,
) {
  const day = (of: string) => plainDay(of, today, translator)
  return translator.say('trial.card.between', { from: day(from), until: day(until) })
}

/** « 12,5 min », « 30 % » */
export function valueText(value: number, unit: string, { language }: Translator): string {
  const space = language === 'en' && unit === '%' ? '' : unit === '%' ? '\u202F' : '\u00A0'
  return number(value, language) + (unit ? space + unit : '')
}

const LEAST = 1.5
const MOST = 4.5

/** « 3,5 sur 5 »; at either end no more than that it lies there. */
export function saidText(said: number, { say }: Translator): string {
  if (said <= LEAST) return say('trial.tab.said.low', { said })
  return say(said >= MOST ? 'trial.tab.said.high' : 'trial.tab.said', { said })
}

/** Which way is better, in words. */
export function betterText({ kind, better }: Pick<TrialMeasureView, 'kind' | 'better'>, { say }: Translator) {
  if (kind === 'number') return say(better === 'up' ? 'trial.tab.better.up' : 'trial.tab.better.down')
  const word = say(better === 'up' ? 'trial.look-in.step.5' : 'trial.look-in.step.1')
  return say('trial.tab.better.answer', { word })
}

/** What the numbers of a question's steps mean. */
export function scaleText({ say }: Translator): string {
  return say('trial.tab.scale', { least: say('trial.look-in.step.1'), most: say('trial.look-in.step.5') })
}
