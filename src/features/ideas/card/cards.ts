import type { FootPart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { axisChoices } from '../../programme/index.ts'
import type { Idea, IdeaNamed, IdeaSeen } from '../idea/domain.ts'
import { saidOf } from './answer-cards.ts'
import {
  actsOn,
  actsOnMine,
  arranged,
  button,
  carrying,
  commentOn,
  commentsOn,
  commitTo,
  type IdeaButton,
  IN_SIGHT_OF_MINE,
  lastOn,
  ofMessage,
  readComments,
  report,
  seeIdeas,
  seeJoined,
  seeThread,
  supportButton,
} from './button-cards.ts'
import { dueFact, factsOf, originFacts } from './fact-cards.ts'
import { headerOf, ICON, type IdeaAxes, type IdeaCard, ideaInTab } from './frame-cards.ts'
import { hiddenCard, hiddenIdeaCard } from './hidden-cards.ts'
import { mergedCard } from './merged-cards.ts'
import { momentOf, untoldText } from './take-back-cards.ts'

/** Says before an act who will read the person's name. */
function rulesOf({ say }: Words, { state }: Idea, may: boolean, next = ''): string {
  const rules = may && state === 'retained' ? say('initiative.carry.rules') : ''
  return [next, rules].filter(text => text !== '').join(' ')
}

/**
 * `supportsTold`: the card's first sentence, the answer to a tap, says the support count already. `last`: buttons that
 * are always there.
 */
type Beside = FootPart & News & { readonly supportsTold?: boolean; readonly last?: readonly IdeaButton[] }

/** An idea for one person; its author is asked for the axis while it is missing. */
export function ideaCard(
  words: Words,
  axes: IdeaAxes,
  idea: IdeaSeen,
  may: boolean,
  { foot, told, next, event, act, supportsTold, last = [] }: Beside = { foot: [], told: '', next: '' },
): IdeaCard {
  const { hidden, root, undoUntil } = idea
  if (hidden) return hiddenIdeaCard(words, axes, idea, hidden, { foot, told })
  if (root !== undefined) return mergedCard(words, axes, idea, root, { foot, told })
  const readOnly = [
    ...(idea.state === 'initiative' ? carrying(words, idea) : []),
    ...readComments(words, idea),
    ...seeJoined(words, idea),
    seeThread(words, idea.id),
    seeIdeas(words, idea.box),
  ]
  const acts = idea.mine ? actsOnMine(words, idea) : actsOn(words, idea)
  const others = may ? acts : readOnly
  const offered = act ? [act, ...others.filter(({ verb }) => verb !== act.verb)] : others
  const isMessage = foot.length > 0
  const mine = undoUntil === undefined ? '' : words.say('idea.undo.until', momentOf(words, undoUntil))
  const undo = may ? (untoldText(words, idea) ?? mine) : ''
  return {
    template: 'ideas/card/idea',
    data: {
      ...headerOf(words, axes, idea),
      ...(isMessage ? {} : ideaInTab(idea)),
      title: safe(idea.text),
      told,
      said: [...(event === undefined ? [] : [{ by: event, text: '' as const }]), ...saidOf(words, idea)],
      facts: factsOf(words, idea, supportsTold),
      axes: may && idea.mine && idea.axis === undefined ? axisChoices(words, axes.axes) : [],
      buttons: isMessage
        ? arranged(ofMessage(words, idea.id, offered), foot)
        : arranged(
            offered,
            foot,
            may ? [...last, ...lastOn(words, idea)] : [],
            idea.mine ? IN_SIGHT_OF_MINE : undefined,
          ),
      foot,
      footer: rulesOf(words, idea, may, undo || next),
    },
  }
}

/** An idea that its author took back. `buttons`: for the author alone. */
export function withdrawnCard(words: Words, buttons: readonly IdeaButton[] = []): IdeaCard {
  return {
    template: 'ideas/card/idea',
    data: {
      icon: ICON,
      kind: words.say('idea.kind.plain'),
      badge: { text: words.say('idea.state.withdrawn'), tone: 'neutral' },
      title: words.say('idea.withdrawn'),
      told: '',
      said: [],
      facts: [],
      axes: [],
      buttons: arranged(buttons),
      foot: [],
      footer: '',
    },
  }
}

/** An idea as posted in a channel: nobody's own state, and nothing that changes with each tap. */
export function postedCard(words: Words, axes: IdeaAxes, idea: IdeaNamed): IdeaCard {
  const { id, state, hidden, root } = idea
  if (state === 'withdrawn') return withdrawnCard(words)
  if (hidden) return hiddenCard(words, hidden)
  if (root !== undefined) return mergedCard(words, axes, idea, root)
  const missing = button(words.say('idea.axis.refine'), 'ideas.ask-axis', { idea: id })
  const buttons = [
    ...carrying(words, idea),
    supportButton(words, id, false),
    commitTo(words, id),
    ...(idea.axis === undefined ? [missing] : []),
    commentOn(words, id),
    commentsOn(words, id),
    ...seeJoined(words, idea),
    report(words, id),
  ]
  return {
    template: 'ideas/card/idea',
    data: {
      ...headerOf(words, axes, idea),
      ...ideaInTab(idea),
      title: safe(idea.text),
      told: '',
      said: saidOf(words, idea),
      facts: [...originFacts(words, idea, false), ...dueFact(words, idea, true)],
      axes: [],
      buttons: arranged(buttons),
      foot: [],
      footer: rulesOf(words, idea, true),
    },
  }
}

/** What a message about an idea says first, the thread's event, and what comes next. */
export type News = {
  readonly told: string
  readonly next: string
  readonly event?: string
  /** The act that the news calls for, placed first. */
  readonly act?: IdeaButton
}
