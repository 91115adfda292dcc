import type { ButtonsPart, FooterPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import { FEWEST_TRYING, STEP } from '../../../kernel/personal-data/counts.ts'
import { STEPS, type StepAnswer } from '../../../kernel/personal-data/step-mean.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { foot, type Message } from '../../messages/index.ts'
import type { InitiativeTrial } from '../trial/domain.ts'
import { type LookInStatus, questionsOf } from './domain.ts'

type StepChoice = { readonly title: string; readonly value: string }

type Form = HeaderPart &
  TitlePart &
  ButtonsPart &
  FooterPart &
  FootPart & {
    /** Why nothing is asked; '' where it is. */
    readonly sentence: string
    /** A field for each question, where there are several. */
    readonly questions: readonly { readonly id: string; readonly label: PlainText; readonly value: string }[]
    readonly steps: readonly StepChoice[]
    /** A button for each step, where there is one question. */
    readonly taps: readonly { readonly title: string; readonly data: object }[]
    /** Of the button that sends the fields. */
    readonly about: object
  }
export type LookInCard = CardOf<'trials/look-ins/question', Form>

/** A trial that somebody is asked about. */
export type AskedTrial = Pick<InitiativeTrial, 'id' | 'initiative' | 'measures'> & { readonly title: string }

/** What is drawn: the message that it came by, if it did, and what was chosen before a refusal. */
export type LookInDrawing = {
  readonly message?: Pick<Message, 'id' | 'round'>
  readonly typed?: Readonly<Record<string, string>>
}

/** Where the answer to the question at this place is typed. */
export const fieldOf = (at: number): string => `step${at}`

const STEP_NAMES: Readonly<Record<StepAnswer, Key>> = {
  1: 'trial.look-in.step.1',
  2: 'trial.look-in.step.2',
  3: 'trial.look-in.step.3',
  4: 'trial.look-in.step.4',
  5: 'trial.look-in.step.5',
}
const stepText = ({ say }: Words, step: StepAnswer) => say(STEP_NAMES[step])

export function lookInSummary({ say }: Words, { title }: Pick<AskedTrial, 'title'>): string {
  return plain(say('trial.look-in.summary', { title }))
}

/** Of an answer that was counted: when what all said of it will show. */
export function answeredText(words: Words, { round }: LookInStatus): string {
  return round ? words.say('trial.look-in.next', { date: words.shortDay(round.closesAt) }) : ''
}

/** Why somebody is asked nothing; '' where they are. */
function whyNot({ say }: Words, { round, asked, answered }: LookInStatus): string {
  if (!round) return say('trial.look-in.over')
  if (!asked) return say('trial.look-in.others')
  return answered ? say('trial.look-in.given') : ''
}

/** What one can do beside, or instead of answering. */
function buttonsOf(
  { say }: Words,
  trial: AskedTrial,
  { asked, answered, round }: LookInStatus,
  open: boolean,
): Form['buttons'] {
  if (open) return []
  const line = { title: say('trial.look-in.line'), verb: 'trials.note-form', data: { trial: trial.id } }
  const see = { title: say('trial.look-in.see'), verb: 'trials.show', data: { initiative: trial.initiative } }
  const answer = { title: say('trial.look-in.open'), verb: 'trials.look-in', data: { trial: trial.id } }
  if (!round) return [see]
  if (!asked) return [see, answer]
  return answered ? [line, see] : []
}

/** One to three questions about what somebody tries, or why they are not asked. */
export function lookInCard(
  words: Words,
  trial: AskedTrial,
  status: LookInStatus,
  { message, typed = {} }: LookInDrawing = {},
): LookInCard {
  const { say } = words
  const sentence = whyNot(words, status)
  const questions = sentence === '' ? questionsOf(trial) : []
  const [only] = questions.length === 1 ? questions : []
  const about = {
    trial: trial.id,
    lookIn: status.round?.id ?? '',
    ...(message && { message: message.id, round: message.round }),
  }
  const title = only
    ? safe(only.text)
    : say(sentence === '' ? 'trial.look-in.title' : 'trial.look-in.title.done')
  const rules = {
    date: words.shortDay((status.round?.closesAt ?? 1) - 1),
    least: words.number(STEP),
    trying: words.number(FEWEST_TRYING),
  }
  return {
    template: 'trials/look-ins/question',
    data: {
      icon: 'Beaker',
      kind: say('trial.look-in.kind', { title: safe(trial.title) }),
      title,
      sentence,
      questions: only
        ? []
        : questions.map(({ text }, at) => ({
            id: fieldOf(at),
            label: plain(text),
            value: typed[fieldOf(at)] ?? '',
          })),
      steps: STEPS.map(step => ({ title: stepText(words, step), value: String(step) })),
      taps: only
        ? STEPS.map(step => ({
            title: stepText(words, step),
            data: { ...about, [fieldOf(0)]: String(step) },
          }))
        : [],
      about,
      buttons: buttonsOf(words, trial, status, sentence === ''),
      foot: message ? foot(words, message, sentence === '').foot : [],
      footer: sentence === '' ? say('trial.look-in.rules', rules) : say('trial.look-in.kept'),
    },
  }
}
