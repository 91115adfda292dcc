import type { ButtonsPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import type { IdeaSeen } from '../idea/domain.ts'
import { button, type IdeaButton, queueButton, supportButton, undoButton } from './button-cards.ts'
import { dueText } from './due-cards.ts'
import type { BoxQuestion } from './form-cards.ts'
import { axisTitle, commentsText, ICON, type IdeaAxes, supportsText } from './frame-cards.ts'

type Told = IdeaButton & { readonly tooltip: string }
type ListedIdea = {
  readonly text: string
  readonly detail: string
  /** Where a tap on the row leads. */
  readonly open: Told
  readonly buttons: readonly Told[]
}
export type IdeaListCard = CardOf<
  'ideas/card/list',
  HeaderPart & TitlePart & ButtonsPart & { readonly ideas: readonly ListedIdea[]; readonly empty: string }
>

export type IdeaList = {
  readonly items: readonly IdeaSeen[]
  readonly next?: string
  /** Whether the person may support ideas and submit theirs. */
  readonly acts: boolean
  /** Whether they moderate. */
  readonly moderates: boolean
  /** Cursor of this page itself. */
  readonly after?: string
  readonly box?: BoxQuestion
}

function detailOf(words: Words, axes: IdeaAxes, idea: IdeaSeen): string {
  const named = idea.unnamed ? words.say('idea.author.unnamed') : safe(idea.authorName)
  const author = idea.mine ? words.say('idea.author.mine') : named
  const others = (idea.joined ?? []).map(({ authorName }) => safe(authorName))
  const authors = [...new Set([author, ...others])].filter(name => name !== '').join(', ')
  const supports = idea.supported && !idea.mine && !idea.wroteJoined
  const parts = [
    supports ? words.say('idea.supporting') : undefined,
    axisTitle(words, axes, idea.axis),
    authors,
    supportsText(words, idea),
    commentsText(words, idea),
    idea.state === 'received' ? undefined : words.say(`idea.state.${idea.state}`),
    idea.owed && dueText(words, idea.owed),
    idea.hidden ? words.say('idea.hidden.badge') : undefined,
  ]
  return parts.filter(part => part !== undefined && part !== '').join(' · ')
}

function see(words: Words, idea: IdeaSeen): IdeaButton {
  return button(words.say('idea.see'), 'ideas.show', { idea: idea.id })
}

/**
 * The one act with room on a row: an author's undo while possible. Without one, the idea is opened by a button as well
 * as by a tap on its row.
 */
function actOn(words: Words, idea: IdeaSeen, { acts, after = '', box }: IdeaList): IdeaButton {
  if (!acts) return see(words, idea)
  const where = { list: 'yes', after, box: box?.id ?? '' }
  // A support is withdrawn on the idea itself: the row's button is for next steps.
  if (idea.wroteJoined || (idea.supported && !idea.mine)) return see(words, idea)
  if (!idea.mine) return supportButton(words, idea.id, false, where)
  return idea.undoUntil === undefined ? see(words, idea) : undoButton(words, idea.id, where)
}

function listed(words: Words, axes: IdeaAxes, idea: IdeaSeen, list: IdeaList): ListedIdea {
  const told = (act: IdeaButton): Told => ({
    ...act,
    tooltip: words.say('act.on', { act: act.title, text: plain(idea.text) }),
  })
  return {
    text: safe(idea.text),
    detail: detailOf(words, axes, idea),
    open: told(see(words, idea)),
    buttons: [told(actOn(words, idea, list))],
  }
}

/**
 * A page of ideas. Four rows with an act each leave two of six buttons for paging. Organisers have three rows, and the
 * moderation queue.
 */
export function listCard(words: Words, axes: IdeaAxes, list: IdeaList): IdeaListCard {
  const { items, next, acts, moderates, box } = list
  const more = button(words.say('idea.list.more'), 'ideas.list', { after: next ?? '', box: box?.id ?? '' })
  return {
    template: 'ideas/card/list',
    data: {
      icon: ICON,
      kind: words.say(
        box ? (box.kind === 'question' ? 'idea.box.kind.question' : 'idea.box') : 'idea.kind.plain',
      ),
      title: box ? safe(box.question) : words.say('idea.list.title'),
      empty: words.say('idea.list.empty'),
      ideas: items.map(idea => listed(words, axes, idea, list)),
      buttons: [
        ...(next === undefined ? [] : [more]),
        ...(acts ? [button(words.say('command.idee'), 'ideas.form', { box: box?.id ?? '' })] : []),
        ...(moderates ? [queueButton(words, 'reported')] : []),
        // On the last page there is room for it.
        ...(next === undefined && !box ? [button(words.say('command.initiatives'), 'initiatives.list')] : []),
      ],
    },
  }
}
