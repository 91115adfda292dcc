import { overflowed } from '../../../cards/overflow.ts'
import type {
  ActsPart,
  ButtonsPart,
  FooterPart,
  FoundPart,
  HeaderPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { CardOf, SafeText } from '../../../kernel/text/card.ts'
import { axisChoices, type Contact, type Programme } from '../../programme/index.ts'
import { type ContactLine, contactLines } from '../distress/cards.ts'
import type { UtteranceKind } from '../reading/reading.ts'
import type { Utterance } from './domain.ts'

export type UtteranceButton = ButtonsPart['buttons'][number]
type Choice = { readonly title: string; readonly value: string }

type OfferData = HeaderPart &
  TitlePart &
  ActsPart &
  FoundPart &
  FooterPart & {
    /** What was typed, shortened where it is long. */
    readonly quote: string
    readonly contacts: readonly ContactLine[]
    /** An idea that says much the same; none or one. */
    readonly near: readonly {
      readonly text: SafeText
      readonly tooltip: string
      readonly data: object
    }[]
    readonly axis: string
    /** Empty where no idea and no commitment can be made. */
    readonly axes: readonly Choice[]
  }
type RewriteData = HeaderPart &
  TitlePart &
  FooterPart & { readonly text: string; readonly utterance: string; readonly back: string }

export type UtteranceOfferCard = CardOf<'utterances/utterance/offer', OfferData>
export type UtteranceRewriteCard = CardOf<'utterances/utterance/rewrite', RewriteData>

/** No axis: an id begins with a letter. */
export const NO_AXIS = '-'
const ICON = 'Chat'
/** Letters of a message that the card repeats. */
const QUOTED = 300

export function button(title: string, verb: string, data: UtteranceButton['data'] = {}): UtteranceButton {
  return { title, verb, data }
}

/** Runs a typed command; the verb is the conversation’s own. */
export function commandButton({ say }: Words, name: string): UtteranceButton {
  return button(say(`command.${name}` as Key), 'conversation.say', { command: name })
}

function quoteOf({ say }: Words, text: string): string {
  const short = text.length > QUOTED ? `${text.slice(0, QUOTED).toWellFormed()}…` : text
  return say('utterance.quote', { text: safe(short) })
}

/** What can be made of a message. */
type Offer = {
  readonly utterance: Utterance
  readonly kind: UtteranceKind
  /** The chosen axis, or '' for none. */
  readonly axis: string
  /** Contacts, where the message may speak of distress. */
  readonly contacts: readonly Contact[]
  /** What answers it, where it is a question. */
  readonly answers: FoundPart['answers']
  readonly near?: { readonly id: string; readonly text: string } | undefined
  /** Id of a box that takes questions. */
  readonly questions?: string | undefined
  /** Names of commands that it may have been meant for. */
  readonly commands: readonly string[]
  /** The end that a commitment would have, in words. */
  readonly horizon: string
}

/** Whether something answers it: what it may become stands back. */
function isAnswered({ answers }: Pick<Offer, 'answers'>): boolean {
  return answers.some(({ rows }) => rows.length > 0)
}

/** The command that says what can be done. */
const HELP = 'aide'
/** Buttons, likeliest first: six at most. */
const MOST_BUTTONS = 6

/** Buttons that look further, which count among those of the card. */
const presses = (answers: FoundPart['answers']) => answers.flatMap(({ looking }) => looking).length

function buttonsOf(words: Words, offer: Offer): UtteranceButton[] {
  const { utterance, kind, questions, commands, answers } = offer
  const { say } = words
  const on = { utterance: utterance.id }
  const idea = button(say('utterance.idea'), 'utterances.idea', on)
  const commit = button(say('utterance.commit'), 'utterances.commit', on)
  const search = button(say('utterance.search'), 'utterances.search', on)
  const ask =
    questions === undefined ? [] : [button(say('utterance.ask'), 'utterances.ask', { ...on, box: questions })]
  const named = commands.map(name => commandButton(words, name))
  const rewrite = button(say('utterance.rewrite'), 'utterances.rewrite-form', on)
  if (answers.length > 0) {
    // What answers it stands above; where nothing does, the help says whom to ask.
    const help = isAnswered(offer) || commands.includes(HELP) ? [] : [commandButton(words, HELP)]
    const least = isAnswered(offer) ? [rewrite] : [...help, rewrite, commit]
    const kept = [idea, ...named, ...ask, ...least].slice(0, MOST_BUTTONS - presses(answers))
    return [...named, ...help, ...ask, idea, commit, rewrite].filter(each => kept.includes(each))
  }
  const arranged = {
    commitment: [commit, idea, search, ...named, rewrite],
    question: [...named, search, ...ask, idea, commit, rewrite],
    discontent: [commandButton(words, 'coups-de-pouce'), ...ask, idea, rewrite],
  }
  const others = [idea, commit, search, ...ask, ...named, rewrite]
  const all = Object.hasOwn(arranged, kind) ? arranged[kind as keyof typeof arranged] : others
  return all.length <= MOST_BUTTONS ? all : [...all.slice(0, MOST_BUTTONS - 1), rewrite]
}

function titleOf({ say }: Words, offer: Offer): string {
  const { kind } = offer
  if (isAnswered(offer)) return say('asking.title')
  if (kind === 'question') return say('utterance.title.question')
  return say(kind === 'discontent' ? 'utterance.title.discontent' : 'utterance.title')
}

/** The one card that offers what can be made of a message. Nothing is done before a press. */
export function offerCard(words: Words, { axes }: Pick<Programme, 'axes'>, offer: Offer): UtteranceOfferCard {
  const { utterance, axis, contacts, near, answers, horizon } = offer
  const { say, shortDay, time } = words
  const choices = axisChoices(words, axes)
  const until = { date: shortDay(utterance.expiresAt), time: time(utterance.expiresAt) }
  const about = say('act.on', { act: say('idea.similar.support'), text: plain(near?.text ?? '') })
  return {
    template: 'utterances/utterance/offer',
    data: {
      icon: ICON,
      kind: say('utterance.kind'),
      title: titleOf(words, offer),
      quote: quoteOf(words, utterance.text),
      contacts: contactLines(words, contacts),
      answers,
      near: near ? [{ text: safe(near.text), tooltip: about, data: { idea: near.id, support: 'on' } }] : [],
      axis: choices.some(({ value }) => value === axis) ? axis : NO_AXIS,
      axes: isAnswered(offer) ? [] : [...choices, { title: say('utterance.axis.none'), value: NO_AXIS }],
      buttons: overflowed(buttonsOf(words, offer)),
      footer: isAnswered(offer)
        ? say('utterance.until', until)
        : `${say('utterance.rules', { horizon })} ${say('utterance.until', until)}`,
    },
  }
}

/** The form to put it in other words. */
export function rewriteCard({ say }: Words, { id, text }: Utterance, typed = text): UtteranceRewriteCard {
  return {
    template: 'utterances/utterance/rewrite',
    data: {
      icon: ICON,
      kind: say('utterance.kind'),
      title: say('utterance.rewrite.title'),
      text: prefilled(typed),
      utterance: id,
      back: say('save.not'),
      footer: say('utterance.rewrite.rules'),
    },
  }
}
