import { z } from 'zod'
import type { Pressed, Typed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { InitiativeButton } from './button-cards.ts'
import { sheetCard } from './cards.ts'
import { INITIATIVE_PERMISSIONS, type SheetSeen } from './domain.ts'

type Parts = {
  /** The actor's view of the sheet. */
  readonly sheet: (actor: Actor, id: string) => Promise<SheetSeen>
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
}

export const id = z.string().regex(ID)
/** A button on one initiative. */
export const pressedOn = z.object({ initiative: id })

export type InitiativeReplies = ReturnType<typeof initiativeReplies>

/** Builds the replies of all acts. */
export function initiativeReplies({ sheet: sheetSeen, programme, words }: Parts) {
  const reply = (language: Language, card: CardOf, summary: string, notice?: Notice): Reply => ({
    card,
    language,
    summary,
    ...(notice && { notice }),
  })

  /** A private confirmation, said where others may read the same card. `title`: what was done. */
  function done(actor: Actor, { place }: Typed | Pressed, title: string, text = ''): Notice {
    const only = place.kind === 'personal' ? '' : words(actor.language).say('only.you')
    const lines = [text, only].filter(line => line !== '')
    return { tone: 'good', title, ...(lines.length > 0 && { text: lines.join(' ') }) }
  }

  type Beside = { readonly first?: readonly InitiativeButton[]; readonly supportsTold?: boolean }
  function sheetReply(actor: Actor, sheet: SheetSeen, notice?: Notice, beside: Beside = {}): Reply {
    const acts = may(INITIATIVE_PERMISSIONS.join, actor.role)
    const card = sheetCard(words(actor.language), programme, sheet, acts, beside)
    return reply(actor.language, card, notice?.title ?? sheet.title, notice)
  }

  return {
    reply,
    done,
    sheetReply,
    /** The current sheet that it was pressed on. */
    asItStands: async (actor: Actor, { data }: Pressed): Promise<Reply> =>
      sheetReply(actor, await sheetSeen(actor, parse(pressedOn, data).initiative)),
  }
}
