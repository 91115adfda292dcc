import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { IdeaNamed, IdeaSeen } from '../idea/domain.ts'
import { arranged, button, readComments, seeThread, unmerge, unname } from './button-cards.ts'
import { authorFact } from './fact-cards.ts'
import { headerOf, type IdeaAxes, type IdeaCard, ideaInTab } from './frame-cards.ts'

function leadsText(words: Words, { leads }: IdeaNamed): string {
  if (!leads || leads.text === '') return words.say('idea.leads.plain')
  return words.say('idea.leads', { title: safe(leads.text) })
}

/** An idea merged into another: its text, its comments, and a link to the other. */
export function mergedCard(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaNamed & Partial<IdeaSeen>,
  root: string,
  { foot, told }: Pick<IdeaCard['data'], 'foot' | 'told'> = { foot: [], told: '' },
): IdeaCard {
  const { mine = false, mayModerate = false } = idea
  return {
    template: 'ideas/card/idea',
    data: {
      ...headerOf(words, axes, idea),
      ...(foot.length > 0 ? {} : ideaInTab(idea)),
      title: safe(idea.text),
      told,
      said: [],
      facts: [...authorFact(words, idea, mine), { icon: 'Merge', text: leadsText(words, idea) }],
      axes: [],
      buttons: arranged(
        [
          button(words.say('idea.leads.see'), 'ideas.show', { idea: root }),
          ...readComments(words, idea),
          seeThread(words, idea.id),
          ...(mine || mayModerate ? [unmerge(words, idea.id)] : []),
          ...unname(words, idea),
        ],
        foot,
      ),
      foot,
      footer: '',
    },
  }
}
