import { z } from 'zod'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Key, Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { IDEA_PERMISSIONS, type IdeaSeen } from '../idea/domain.ts'
import { READ_REPORTS } from '../idea/hiding.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import type { IdeaButton } from './button-cards.ts'
import { ideaCard } from './cards.ts'
import type { BoxQuestion } from './form-cards.ts'
import type { IdeaAxes } from './frame-cards.ts'
import { listCard } from './list-cards.ts'
import { untoldText } from './take-back-cards.ts'

type Parts = {
  readonly ideas: Pick<IdeaQueries, 'show' | 'list'>
  /** The question of a box, where only its ideas are listed. */
  readonly box: (id: string) => Promise<BoxQuestion>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Rows per card: four acts leave two buttons for paging; organisers need a third. */
const PAGE = 4

/** Comments or events per card: a screen or two of a phone. */
export const COMMENTS = 6

export const id = z.string().regex(ID)
export const none = z.string().regex(ID_OR_NONE).default('')
/** A button on one idea, or on the page of a list with it. */
export const pressedOn = z.object({ idea: id, list: none, after: none, box: none })

type Place = { readonly list: string; readonly after: string; readonly box: string }

export function optional(text: string): string | undefined {
  return text === '' ? undefined : text
}

type Beside = { readonly supportsTold?: boolean; readonly last?: readonly IdeaButton[] }
export type IdeaReplies = ReturnType<typeof repliesOf>

/** Builds the replies of all rooms' handlers. */
export function repliesOf({ ideas, box: boxOf, programme, words }: Parts) {
  const reply = (language: Language, card: CardOf, summary: string, notice?: Notice): Reply => ({
    card,
    language,
    summary,
    ...(notice && { notice }),
  })

  /** A private confirmation, said where others may read the same card. */
  function done(
    actor: Actor,
    { place }: Typed | Pressed,
    title: Key,
    text?: Key | { readonly said: string },
  ): Notice {
    const { say } = words(actor.language)
    const said = typeof text === 'object' ? text.said : text && say(text)
    const lines = [said, place.kind === 'personal' ? undefined : say('only.you')].filter(
      line => line !== undefined,
    )
    return {
      tone: 'good',
      title: say(title),
      ...(lines.length > 0 && { text: lines.join(' ') }),
    }
  }

  /** Until when what was just done can be undone. */
  function untold(actor: Actor, idea: IdeaSeen) {
    const said = untoldText(words(actor.language), idea)
    return said === undefined ? undefined : { said }
  }

  function oneReply(actor: Actor, idea: IdeaSeen, notice?: Notice, more: Beside = {}): Reply {
    const acts = may(IDEA_PERMISSIONS.support, actor.role)
    const beside = { foot: [], told: '', next: '', ...more }
    const card = ideaCard(words(actor.language), programme, idea, acts, beside)
    return reply(actor.language, card, notice?.title ?? idea.text, notice)
  }

  async function listReply(actor: Actor, given: Omit<Place, 'list'>, notice?: Notice): Promise<Reply> {
    const [after, boxId] = [optional(given.after), optional(given.box)]
    const box = boxId === undefined ? undefined : await boxOf(boxId)
    const moderates = may(READ_REPORTS, actor.role)
    const found = await ideas.list(actor, box ? { box: box.id } : {}, moderates ? PAGE - 1 : PAGE, after)
    const acts = may(IDEA_PERMISSIONS.support, actor.role)
    const list = { ...found, acts, moderates, ...(after !== undefined && { after }), ...(box && { box }) }
    const card = listCard(words(actor.language), programme, list)
    return reply(actor.language, card, words(actor.language).say('idea.list.title'), notice)
  }

  return {
    reply,
    done,
    untold,
    oneReply,
    listReply,
    /** The current card: of the idea, or of the page that it was pressed on. */
    async asItStands(actor: Actor, pressed: Pressed): Promise<Reply> {
      const { idea, list, ...where } = parse(pressedOn, pressed.data)
      return list === '' ? oneReply(actor, await ideas.show(actor, idea)) : listReply(actor, where)
    },
  }
}
