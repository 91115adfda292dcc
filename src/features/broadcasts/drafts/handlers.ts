import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { targetsNotice } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { asksFor, FOR_GOOD } from '../broadcast/button-cards.ts'
import type { BroadcastChoiceUsecases } from '../broadcast/choices-usecases.ts'
import { BROADCAST_PERMISSIONS } from '../broadcast/domain.ts'
import type { ListReply } from '../broadcast/handlers.ts'
import { type BroadcastReplies, chosen } from '../broadcast/reply-handlers.ts'
import type { BroadcastUsecases } from '../broadcast/usecases.ts'
import { checkDraft } from './domain.ts'
import { audienceIn, type BroadcastFormFields, fieldsOf, formFields, ofDirections, thingIn } from './form.ts'
import { formCard } from './form-cards.ts'
import type { BroadcastDraftUsecases } from './usecases.ts'

const looked = chosen.extend({ asked: z.enum(FOR_GOOD).optional().catch(undefined) })

type Parts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'show' | 'targets'>
  readonly choices: BroadcastChoiceUsecases['choices']
  readonly drafts: BroadcastDraftUsecases
  readonly list: ListReply
  readonly programme: Pick<Programme, 'directions'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** How an organiser writes one, changes it and rehearses it. */
export function draftVerbs(
  { broadcasts, choices, drafts, list, programme, words, ids }: Parts,
  { reply, sheetReply }: BroadcastReplies,
): Readonly<Record<string, Verb>> {
  /** Typed fields, or those of the draft to be changed. */
  async function fieldsFor(actor: Actor, typed: BroadcastFormFields): Promise<BroadcastFormFields> {
    const { broadcast: id } = typed
    if (id === '' || typed.nonce !== '') return typed
    const { broadcast } = await broadcasts.show(actor, id)
    checkDraft(broadcast)
    return { ...fieldsOf(broadcast), broadcast: id, nonce: '' }
  }

  /** The empty form, or filled in when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(BROADCAST_PERMISSIONS.write, actor.role)
    const fields = await fieldsFor(actor, parse(formFields, data))
    const card = formCard({
      words: words(actor.language),
      directions: programme.directions,
      ...(await choices(actor)),
      fields: { ...fields, nonce: formNonce(ids, actor, fields.nonce) },
    })
    return reply(actor, card, words(actor.language).say('cast.form.title'))
  }

  /** Shows the form with the list of Directions, which is left out until it is needed. */
  async function whichDirections(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { say } = words(actor.language)
    const title = say('cast.form.directions')
    return { ...(await form(actor, pressed)), summary: title, notice: { tone: 'warning', title } }
  }

  async function write(actor: Actor, pressed: Pressed): Promise<Reply> {
    permit(BROADCAST_PERMISSIONS.write, actor.role)
    const fields = parse(formFields, pressed.data)
    if (ofDirections(fields) && !('directions' in pressed.data)) return whichDirections(actor, pressed)
    const thing = thingIn(fields)
    const typed = { text: fields.text, audience: audienceIn(fields), ...(thing && { thing }) }
    const { broadcast } = fields
    const id =
      broadcast === '' ? await drafts.write(actor, typed, idempotencyKeys(actor, pressed)) : broadcast
    if (broadcast !== '') await drafts.rewrite(actor, id, typed)
    const seen = await broadcasts.show(actor, id)
    const w = words(actor.language)
    const missing = targetsNotice(w, programme.directions, await broadcasts.targets(seen.broadcast))
    return sheetReply(actor, seen, missing ?? { tone: 'good', title: w.say('cast.saved') })
  }

  /** Confirms that the preview is on its way, or that the bot cannot write to its author. */
  function rehearsedNotice({ language, unreachable }: Actor): Notice {
    const { say } = words(language)
    const title = say('cast.rehearsed')
    if (unreachable) return { tone: 'warning', title, text: say('cast.rehearsed.unreachable') }
    return { tone: 'good', title, text: say('cast.rehearsed.sent') }
  }

  async function rehearse(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { broadcast: id } = parse(chosen, data)
    await drafts.rehearse(actor, id)
    return sheetReply(actor, await broadcasts.show(actor, id), rehearsedNotice(actor))
  }

  /** The sheet of what was changed or rehearsed. */
  const sheet = async (actor: Actor, { data }: Pressed): Promise<Reply> =>
    sheetReply(actor, await broadcasts.show(actor, parse(chosen, data).broadcast))

  /** The sheet, or the confirmation before it is stopped or deleted. */
  async function show(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { broadcast, asked } = parse(looked, data)
    const seen = await broadcasts.show(actor, broadcast)
    if (!asked || !asksFor(asked, seen)) return sheetReply(actor, seen)
    const { say } = words(actor.language)
    const notice = {
      tone: 'warning',
      title: say(`cast.${asked}.ask`),
      text: say(`cast.${asked}.means`),
    } as const
    return sheetReply(actor, seen, notice, asked)
  }

  /** Deletes the draft, and shows the list. */
  async function remove(actor: Actor, { data }: Pressed): Promise<Reply> {
    await drafts.remove(actor, parse(chosen, data).broadcast)
    const title = words(actor.language).say('cast.removed')
    return { ...(await list(actor)), summary: title, notice: { tone: 'good', title } }
  }

  return {
    'broadcasts.remove': { run: remove, redraw: actor => list(actor) },
    'broadcasts.form': { run: form, redraw: sheet },
    'broadcasts.write': { run: write, redraw: form },
    'broadcasts.rehearse': { run: rehearse, redraw: sheet },
    'broadcasts.show': show,
  }
}
