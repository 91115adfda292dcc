import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { IdeaSeen } from '../idea/domain.ts'
import type { Hiding } from '../idea/hiding.ts'
import { arranged, manage, readComments, seeIdeas, seeThread, unname } from './button-cards.ts'
import { factsOf } from './fact-cards.ts'
import { headerOf, ICON, type IdeaAxes, type IdeaCard, ideaInTab } from './frame-cards.ts'
export function hiddenBecause(words: Words, { reason }: Hiding): IdeaCard['data']['said'] {
  return [{ by: words.say('idea.hidden.reason'), text: safe(reason) }]
}

/** What everybody sees instead of a hidden idea: the reason, and none of its text. */
export function hiddenCard(words: Words, hiding: Hiding): IdeaCard {
  return {
    template: 'ideas/card/idea',
    data: {
      icon: ICON,
      kind: words.say('idea.kind.plain'),
      badge: { text: words.say('idea.hidden.badge'), tone: 'neutral' },
      title: words.say('idea.hidden.title'),
      told: '',
      said: hiddenBecause(words, hiding),
      facts: [],
      axes: [],
      buttons: [],
      foot: [],
      footer: '',
    },
  }
}

/** The same for its author, without any act, and for organisers: with its text. */
export function hiddenIdeaCard(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaSeen,
  hiding: Hiding,
  { foot, told }: Pick<IdeaCard['data'], 'foot' | 'told'>,
): IdeaCard {
  const read = [
    ...readComments(words, idea),
    seeThread(words, idea.id),
    ...unname(words, idea),
    seeIdeas(words, undefined),
  ]
  return {
    template: 'ideas/card/idea',
    data: {
      ...headerOf(words, axes, idea),
      ...(foot.length > 0 ? {} : ideaInTab(idea)),
      title: safe(idea.text),
      told,
      said: hiddenBecause(words, hiding),
      facts: factsOf(words, idea),
      axes: [],
      buttons: arranged(read, foot, manage(words, idea)),
      foot,
      footer: idea.mine ? words.say('idea.hidden.mine') : '',
    },
  }
}
