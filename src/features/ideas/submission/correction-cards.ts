import { prefilled } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { axisChoices } from '../../programme/index.ts'
import type { IdeaDraft, WritingCard } from '../card/form-cards.ts'
import { headerOf, type IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaSeen } from '../idea/domain.ts'
/** Form for another text and axis of a submitted idea. */
export function correctionCard(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaSeen,
  { text = idea.text, axis = idea.axis ?? '' }: IdeaDraft = {},
): WritingCard {
  return {
    template: 'ideas/card/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: words.say('idea.correct.title'),
      label: words.say('idea.label'),
      placeholder: words.say('idea.placeholder'),
      text: prefilled(text),
      axis: axes.axis(axis) ? axis : '',
      axes: axisChoices(words, axes.axes),
      send: words.say('idea.correct.save'),
      verb: 'ideas.correct',
      idea: idea.id,
      nonce: '',
      footer: words.say('idea.correct.rules'),
    },
  }
}
