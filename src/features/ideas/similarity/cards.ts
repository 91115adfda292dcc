import type { ButtonsPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { button } from '../card/button-cards.ts'
import type { Switch } from '../card/form-cards.ts'
import { axisTitle, ICON, type IdeaAxes, supportsText } from '../card/frame-cards.ts'
import type { IdeaSeen } from '../idea/domain.ts'

type CloseIdea = {
  readonly text: string
  readonly detail: string
  readonly tooltip: string
  readonly data: object
}
export type SimilarCard = CardOf<
  'ideas/similarity/list',
  HeaderPart & TitlePart & ButtonsPart & { readonly draft: string; readonly ideas: readonly CloseIdea[] }
>

/** What was typed; each button carries it, so that it is not lost. */
export type Unsent = {
  readonly text: string
  readonly axis: string
  readonly box: string
  readonly nonce: string
  readonly unnamed?: Switch | undefined
}

function closeIdea(words: Words, axes: IdeaAxes, idea: IdeaSeen, unsent: Unsent): CloseIdea {
  const supported = idea.supported ? words.say('idea.supported') : undefined
  const state = idea.state === 'received' ? undefined : words.say(`idea.state.${idea.state}`)
  const parts = [axisTitle(words, axes, idea.axis), supportsText(words, idea), state, supported]
  return {
    text: safe(idea.text),
    detail: parts.filter(part => part !== undefined).join(' · '),
    tooltip: words.say('act.on', { act: words.say('idea.similar.support'), text: plain(idea.text) }),
    data: { ...unsent, idea: idea.id },
  }
}

/** Replaces a form that was sent, for one person: nothing is submitted yet. */
export function similarCard(
  words: Words,
  axes: IdeaAxes,
  close: readonly IdeaSeen[],
  unsent: Unsent,
): SimilarCard {
  const data = { ...unsent, text: plain(unsent.text) }
  return {
    template: 'ideas/similarity/list',
    data: {
      icon: ICON,
      kind: words.say('idea.kind.plain'),
      title: words.say('idea.similar', { count: close.length }),
      draft: words.say('idea.similar.draft', { text: safe(unsent.text) }),
      ideas: close.map(idea => closeIdea(words, axes, idea, data)),
      buttons: [
        button(words.say('idea.similar.keep'), 'ideas.submit-different', data),
        button(words.say('idea.similar.edit'), 'ideas.form', data),
      ],
    },
  }
}

/** The typed text, still shown to whoever supports another idea instead. */
export function unsentText(words: Words, text: string): string {
  return words.say('idea.similar.unsent', { text: safe(text) })
}
