import type { FooterPart, FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import {
  arranged,
  button,
  type IdeaButton,
  join,
  ofMessage,
  seeJoined,
  supportButton,
  unmerge,
} from '../card/button-cards.ts'
import { ideaCard } from '../card/cards.ts'
import {
  choiceOf,
  headerOf,
  ICON,
  type IdeaAxes,
  type IdeaCard,
  type IdeaChoice,
} from '../card/frame-cards.ts'
import type { IdeaListCard } from '../card/list-cards.ts'
import type { IdeaSeen, Joined } from '../idea/domain.ts'
import type { MergeSeen, MergeStep } from './domain.ts'

export type MergeFormCard = CardOf<
  'ideas/merging/merge',
  HeaderPart &
    TitlePart &
    FooterPart & {
      readonly choices: readonly IdeaChoice[]
      readonly into: string
      readonly send: string
      readonly idea: string
      /** Verb of the card that it was opened from. */
      readonly back: string
    }
>

type MergeForm = {
  readonly idea: IdeaSeen
  readonly others: readonly IdeaSeen[]
  /** Whether it is merged at once, or proposed to the other author. */
  readonly atOnce: boolean
  readonly into: string
}

/** Form that asks which idea this one is merged with. */
export function mergeForm(
  words: Words,
  axes: IdeaAxes,
  { idea, others, atOnce, into }: MergeForm,
): MergeFormCard {
  const choices = others.map(choiceOf)
  return {
    template: 'ideas/merging/merge',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      choices,
      into: choices.some(({ value }) => value === into) ? into : '',
      send: words.say(atOnce ? 'idea.merge.send' : 'idea.merge.send.ask'),
      idea: idea.id,
      back: idea.mayModerate ? 'ideas.moderate' : 'ideas.show',
      footer: words.say(atOnce ? 'idea.merge.rules' : 'idea.merge.rules.ask'),
    },
  }
}

/** Buttons of the other idea's card, for who may merge this one. */
export function mergeActs(words: Words, idea: IdeaSeen): IdeaButton[] {
  if (idea.root !== undefined) return [unmerge(words, idea.id)]
  return [...(idea.hidden ? [] : join(words, idea)), ...seeJoined(words, idea)]
}

type JoinedPage = { readonly items: readonly Joined[]; readonly next?: number; readonly mayPart: boolean }

/** Ideas merged into one: each can be opened, with its comments. */
export function joinedCard(words: Words, idea: IdeaSeen, { items, next, mayPart }: JoinedPage): IdeaListCard {
  const more = button(words.say('idea.list.more'), 'ideas.joined', { idea: idea.id, from: next ?? 0 })
  const named = (each: Joined, act: IdeaButton) => {
    const text = plain(each.text === '' ? words.say('idea.hidden.title') : each.text)
    return { ...act, tooltip: words.say('act.on', { act: act.title, text }) }
  }
  return {
    template: 'ideas/card/list',
    data: {
      icon: ICON,
      kind: words.say('idea.joined.title'),
      title: safe(idea.text),
      empty: words.say('idea.joined.empty'),
      ideas: items.map(each => ({
        text: each.text === '' ? words.say('idea.hidden.title') : safe(each.text),
        detail: safe(each.authorName),
        open: named(each, button(words.say('idea.see'), 'ideas.show', { idea: each.id })),
        buttons: [
          named(each, button(words.say('idea.see'), 'ideas.show', { idea: each.id })),
          ...(mayPart ? [named(each, unmerge(words, each.id))] : []),
        ],
      })),
      buttons: [
        ...(next === undefined ? [] : [more]),
        button(words.say('idea.leads.see'), 'ideas.show', { idea: idea.id }),
      ],
    },
  }
}

/** A notification of a merge, in a sentence. `arm`: escapes the ideas' text for where it is shown. */
function mergeNews(
  words: Words,
  { merge, from, into, wrote }: MergeSeen,
  step: MergeStep,
  arm: (text: string) => string,
): string {
  const named = (text: string) => (text === '' ? words.say('idea.hidden.title') : arm(text))
  const both = { one: named(from.text), other: named(into.text) }
  // « Vos deux noms » would be wrong where an author is not named.
  const unnamed = from.unnamed || into.unnamed
  if (step === 'merge-declined') return words.say('idea.told.merge-declined', both)
  if (step === 'merge-asked')
    return words.say(unnamed ? 'idea.told.merge-asked.unnamed' : 'idea.told.merge-asked', both)
  const joinedWithMine = step === 'merged' && into.mine && merge.into === into.id
  const mine = from.mine || into.mine
  const other = step === 'merged' ? joinedWithMine : mine === from.mine
  const title = named(other ? from.text : into.text)
  const author = step === 'merged' ? wrote : mine
  if (step === 'merged' && wrote && unnamed) return words.say('idea.told.merged.author.unnamed', { title })
  return words.say(author ? `idea.told.${step}.author` : `idea.told.${step}`, { title })
}

/** The idea that a message about a merge shows to its reader. */
export function aboutOf({ from, into }: MergeSeen, step: MergeStep): IdeaSeen {
  if (step === 'merged') return into
  return from.mine || (step === 'unmerged' && !into.mine) ? from : into
}

/** Buttons that come first: consent or decline, separate what they wrote, or withdraw the support that moved. */
function firstActs(words: Words, seen: MergeSeen, about: IdeaSeen, step: MergeStep): IdeaButton[] {
  const { merge, from, into, asked } = seen
  if (step === 'merge-asked') {
    const other = about.id === from.id ? into : from
    const answer = (key: 'idea.merge.send' | 'idea.merge.decline', yes: string) =>
      button(words.say(key), 'ideas.answer-merge', { merge: merge.id, answer: yes, idea: about.id })
    const see = button(words.say('idea.see'), 'ideas.show', { idea: other.id })
    return asked ? [answer('idea.merge.send', 'yes'), answer('idea.merge.decline', 'no'), see] : [see]
  }
  if (step !== 'merged') return []
  const parts = from.mine || (into.mine && merge.into === into.id)
  return [
    ...(into.mine ? seeJoined(words, into) : []),
    ...(parts ? [unmerge(words, from.id)] : []),
    ...(about.supported && !seen.wrote ? [supportButton(words, about.id, true)] : []),
  ]
}

/** A merge as a message: the idea that it is about, with the reader's own acts first. */
export function mergeMessage(
  words: Words,
  axes: IdeaAxes,
  seen: MergeSeen,
  step: MergeStep,
  { may, foot }: { readonly may: boolean } & FootPart,
): IdeaCard {
  const about = aboutOf(seen, step)
  const told = mergeText(words, seen, step)
  const card = ideaCard(words, axes, about, may, { foot, told, next: '' })
  const first = may ? firstActs(words, seen, about, step) : []
  const rest = card.data.buttons.filter(({ verb }) => first.every(each => each.verb !== verb))
  // What is asked is answered there, or read first.
  const offered = step === 'merge-asked' && may ? first : ofMessage(words, about.id, [...first, ...rest])
  return { ...card, data: { ...card.data, buttons: arranged(offered, foot) } }
}

/** In a sentence, for a card. */
export function mergeText(words: Words, seen: MergeSeen, step: MergeStep): string {
  return mergeNews(words, seen, step, safe)
}

/** What a notification shows. */
export function mergeSummary(words: Words, seen: MergeSeen, step: MergeStep): string {
  return mergeNews(words, seen, step, plain)
}
