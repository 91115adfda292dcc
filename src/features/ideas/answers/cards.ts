import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { WritingCard } from '../card/form-cards.ts'
import { headerOf, type IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaSeen } from '../idea/domain.ts'
/** Form for why an idea is set aside, filled in with the current reason. */
export function asideForm(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaSeen,
  text = idea.decision?.reason ?? '',
): WritingCard {
  return {
    template: 'ideas/card/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      label: words.say('idea.aside.label'),
      placeholder: words.say('idea.answer.placeholder'),
      text: prefilled(text),
      axis: '',
      axes: [],
      send: words.say('idea.decide.aside'),
      verb: 'ideas.aside',
      idea: idea.id,
      nonce: '',
      footer: words.say('idea.aside.rules'),
    },
  }
}

/** Form for the answer to an idea, filled in with the current one. */
export function answerForm(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaSeen,
  text = idea.answer?.text ?? '',
): WritingCard {
  const name = plain(idea.authorName)
  return {
    template: 'ideas/card/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      label: name === '' ? words.say('idea.answer.label.plain') : words.say('idea.answer.label', { name }),
      placeholder: words.say('idea.answer.placeholder'),
      text: prefilled(text),
      axis: '',
      axes: [],
      send: words.say('idea.answer.send'),
      verb: 'ideas.answer',
      idea: idea.id,
      nonce: '',
      footer: words.say('idea.answer.rules'),
    },
  }
}
