import { asOf } from '../../../cards/inserted.ts'
import { plain } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import { arranged, button } from '../card/button-cards.ts'
import { postedCard } from '../card/cards.ts'
import { supportsFact } from '../card/fact-cards.ts'
import { type IdeaAxes, supportsText } from '../card/frame-cards.ts'
import type { IdeaNamed, IdeaSeen } from '../idea/domain.ts'
import type { IdeaFound, IdeaLinked } from './search.ts'

/**
 * An idea in a person's message by a link that they pasted: as in its channel, with a button for what it is now. Teams keeps
 * it for half an hour and no bot can edit it, so it has no count.
 */
export function linkedCard(words: Words, axes: IdeaAxes, idea: IdeaLinked) {
  const { template, data } = postedCard(words, axes, idea)
  const see = seeButton(words, idea)
  const inspire = button(words.say('initiative.inspire'), 'initiatives.inspire-form', { initiative: idea.id })
  const acts = idea.ended ? [inspire, ...data.buttons] : data.buttons
  // The footer of an inserted card names it, so it must not be in the overflow menu.
  const buttons = arranged([...acts.slice(0, 2), see, ...acts.slice(2)])
  return { template, data: { ...data, buttons } }
}

function seeButton(words: Words, { id }: IdeaNamed) {
  return button(words.say('idea.see'), 'ideas.show', { idea: id })
}

/** An idea inserted into a person's message (message extension): dated, because no bot can edit it. */
export function insertedCard(words: Words, axes: IdeaAxes, idea: IdeaFound, now: number) {
  const { template, data } = linkedCard(words, axes, idea)
  const stands = idea.root === undefined && !idea.hidden
  const facts = stands ? [...data.facts, supportsFact(words, idea)] : data.facts
  return { template, data: { ...data, facts, footer: asOf(words, now, seeButton(words, idea).title) } }
}

export function titleOf({ text }: IdeaNamed): PlainText {
  return plain(text)
}

/** One line to recognise it by: its axis, its supports and its state. */
export function factsOf(words: Words, { axis }: IdeaAxes, idea: IdeaSeen): string {
  const title = idea.axis === undefined ? undefined : axis(idea.axis)?.title[words.language]
  const state = idea.state === 'received' ? undefined : words.say(`idea.state.${idea.state}`)
  return [title, supportsText(words, idea), state].filter(part => part !== undefined).join(' · ')
}

/** The same of a pasted link, without what goes out of date. */
export function linkedFactsOf(words: Words, { axis }: IdeaAxes, idea: IdeaNamed): string {
  const title = idea.axis === undefined ? undefined : axis(idea.axis)?.title[words.language]
  return title ?? words.say('idea.kind.plain')
}
