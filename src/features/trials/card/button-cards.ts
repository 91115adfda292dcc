import type { ButtonsPart } from '../../../cards/parts.ts'
import { plain } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { type NumberMeasure, type TrialOnCard, typedOf } from './domain.ts'

type Act = ButtonsPart['buttons'][number]

/** Limit of Teams. */
const MOST_BUTTONS = 6
/** Letters of what is counted, on a button. */
const ON_BUTTON = 60

function shorter(text: string): string {
  const letters = [...text]
  return letters.length > ON_BUTTON ? `${letters.slice(0, ON_BUTTON - 1).join('')}…` : text
}

/** « Taper le chiffre »; of several, which one. */
function typeIt(
  { say }: Words,
  { id }: TrialOnCard,
  { id: measure, text }: NumberMeasure,
  only: boolean,
): Act {
  const title = only
    ? say('trial.measures.type')
    : say('trial.measures.type.of', { text: plain(shorter(text)) })
  return { title, verb: 'trials.reading-form', data: { trial: id, measure } }
}

/** « J’essaie », or no longer. */
function tryIt({ say }: Words, { initiative, trying }: TrialOnCard): Act {
  const title = say(trying ? 'trial.tab.leave' : 'trial.tab.try')
  return { title, verb: 'trials.try', data: { initiative, trying: trying ? 'off' : 'on' } }
}

/** What the trial waits for from this person: an answer, a decision. */
function awaited({ say }: Words, { id, asked, standing, mayDecide }: TrialOnCard): readonly Act[] {
  const on = (title: string, verb: string): Act => ({ title, verb, data: { trial: id } })
  return [
    ...(asked && !asked.answered ? [on(say('trial.card.answer'), 'trials.look-in')] : []),
    ...(mayDecide && standing === 'due' ? [on(say('trial.card.decide'), 'trials.decide-form')] : []),
  ]
}

/** Acts on a trial, likeliest first; leaving it last. */
export function trialActs(words: Words, trial: TrialOnCard): readonly Act[] {
  const { id, initiative, standing, trying, mayTry, mayType } = trial
  const { say } = words
  const numbers = typedOf(trial)
  const tries = mayTry && standing !== 'decided' ? [tryIt(words, trial)] : []
  const note = { title: say('trial.testers.note'), verb: 'trials.note-form', data: { trial: id } }
  const see = { title: say('initiative.see'), verb: 'initiatives.show', data: { initiative } }
  const acts = [
    ...awaited(words, trial),
    ...(trying ? [] : tries),
    ...numbers.map(number => typeIt(words, trial, number, numbers.length === 1)),
    ...((trying || mayType) && standing !== 'decided' ? [note] : []),
    see,
  ]
  // Leaving is never what falls away.
  return trying ? [...acts.slice(0, MOST_BUTTONS - tries.length), ...tries] : acts.slice(0, MOST_BUTTONS)
}
