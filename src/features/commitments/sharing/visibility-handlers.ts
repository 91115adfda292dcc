import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { CommitmentChangeUsecases } from '../changes/usecases.ts'
import type { CommitmentReplies } from '../commitment/reply-handlers.ts'
import type { OwnCommitmentUsecases } from '../commitment/usecases.ts'
import { shareCard } from './visibility-cards.ts'

const one = z.object({ commitment: z.string().regex(ID) })
const share = one.extend({ visibility: z.enum(['direction', 'me']) })

type Parts = {
  readonly show: OwnCommitmentUsecases['show']
  readonly change: CommitmentChangeUsecases['change']
  readonly programme: Pick<Programme, 'axes' | 'axis'>
  readonly words: (language: Language) => Words
}

/**
 * Shares a private commitment with the Direction in one press, after saying who will see it; another hides it again.
 */
export function shareVerbs(
  { show, change, programme, words }: Parts,
  { reply, done, one: oneReply }: CommitmentReplies,
): Readonly<Record<string, Verb>> {
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const found = await show(actor, parse(one, data).commitment)
    const w = words(actor.language)
    return reply(actor, shareCard(w, programme, found), w.say('commit.share'))
  }

  async function save(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { commitment, visibility } = parse(share, pressed.data)
    // Sets a state, so a repeated press changes nothing.
    const changed = await change(actor, commitment, { visibility }, [])
    const notice = done(actor, pressed, visibility === 'me' ? 'undone' : 'commit.shared')
    return oneReply(actor, changed, notice, visibility === 'direction')
  }

  return { 'commitments.share-form': form, 'commitments.share': { run: save, redraw: form } }
}
