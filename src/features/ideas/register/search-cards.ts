import { asOf } from '../../../cards/inserted.ts'
import { plain } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import { arranged, button } from '../card/button-cards.ts'
import { postedCard } from '../card/cards.ts'
import { supportsFact } from '../card/fact-cards.ts'
import { type IdeaAxes, supportsText } from '../card/frame-cards.ts'
import type { IdeaSeen } from '../idea/domain.ts'
import type { IdeaFound } from './search.ts'

/**
 * An idea inserted into a person's message (message extension): dated, because no bot can edit it, with a link to its
 * current state.
 */
export function insertedCard(words: Words, axes: IdeaAxes, idea: IdeaFound, now: number) {
  const { template, data } = postedCard(words, axes, idea)
  const see = button(words.say('idea.see'), 'ideas.show', { idea: idea.id })
  const inspire = button(words.say('initiative.inspire'), 'initiatives.inspire-form', { initiative: idea.id })
  const acts = idea.ended ? [inspire, ...data.buttons] : data.buttons
  // The footer names it, so it must not be in the overflow menu.
  const buttons = arranged([...acts.slice(0, 2), see, ...acts.slice(2)])
  const stands = idea.root === undefined && !idea.hidden
  const facts = stands ? [...data.facts, supportsFact(words, idea)] : data.facts
  return { template, data: { ...data, facts, buttons, footer: asOf(words, now, see.title) } }
}

export function titleOf({ text }: IdeaSeen): PlainText {
  return plain(text)
}

/** One line to recognise it by: its axis, its supports and its state. */
export function factsOf(words: Words, { axis }: IdeaAxes, idea: IdeaSeen): string {
  const title = idea.axis === undefined ? undefined : axis(idea.axis)?.title[words.language]
  const state = idea.state === 'received' ? undefined : words.say(`idea.state.${idea.state}`)
  return [title, supportsText(words, idea), state].filter(part => part !== undefined).join(' · ')
}
