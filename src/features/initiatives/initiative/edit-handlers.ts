import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import { SAY } from '../../../conversation/replies/bot-cards.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { button } from './button-cards.ts'
import { INITIATIVE_PERMISSIONS, permitEdit, type SheetSeen } from './domain.ts'
import { inspireForm, type SheetFields, sheetForm } from './form-cards.ts'
import { type InitiativeReplies, pressedOn } from './reply-handlers.ts'
import type { CarryingUsecases } from './usecases.ts'

/** Teams leaves empty fields out. */
const typed = z.string().default('')
const sheet = pressedOn.extend({
  title: typed,
  problem: typed,
  story: typed,
  inspiring: typed,
  outcome: typed,
  phase: typed,
  resources: typed,
})
const unnamed = z.enum(['on', 'off']).catch('off')
const draft = pressedOn.extend({ text: z.string().optional(), nonce: typed, unnamed })

type Parts = {
  readonly initiatives: Pick<CarryingUsecases, 'edit' | 'inspire'>
  /** The actor's view of the sheet. */
  readonly sheet: (actor: Actor, id: string) => Promise<SheetSeen>
  readonly programme: Pick<Programme, 'axis' | 'direction'>
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

/** Editing the sheet, and proposing an idea inspired by it. */
export function editVerbs(
  { initiatives, sheet: sheetSeen, programme, words, ids }: Parts,
  { reply, done, sheetReply, asItStands }: InitiativeReplies,
): Readonly<Record<string, Verb>> {
  /** With `fields`, shows what was typed, also to who may not save it any more: the text is theirs to copy. */
  async function editForm(actor: Actor, initiative: string, fields?: SheetFields): Promise<Reply> {
    const found = await sheetSeen(actor, initiative)
    if (!fields) permitEdit(found, actor)
    const w = words(actor.language)
    return reply(actor.language, sheetForm(w, programme, found, fields), w.say('initiative.edit'))
  }

  async function edit(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, ...fields } = parse(sheet, pressed.data)
    const found = await initiatives.edit(actor, initiative, fields)
    return sheetReply(actor, found, done(actor, pressed, words(actor.language).say('saved')))
  }

  async function inspireReply(actor: Actor, given: z.infer<typeof draft>): Promise<Reply> {
    permit(INITIATIVE_PERMISSIONS.inspire, actor.role)
    const found = await sheetSeen(actor, given.initiative)
    const direction = programme.direction(actor.direction ?? '')?.name
    if (direction === undefined) throw new Refusal('own-direction-missing')
    const { text, unnamed } = given
    const nonce = formNonce(ids, actor, given.nonce)
    const context = { direction, nonce, unnamed, ...(text !== undefined && { text }) }
    const card = inspireForm(words(actor.language), programme, found, context)
    return reply(actor.language, card, words(actor.language).say('initiative.inspire'))
  }

  /** The sheet; for who has no Direction yet, first the question. */
  async function withoutForm(actor: Actor, { data }: Pressed): Promise<Reply> {
    const found = await sheetSeen(actor, parse(pressedOn, data).initiative)
    const known = programme.direction(actor.direction ?? '') !== undefined
    const { say } = words(actor.language)
    const first = known ? [] : [button(say('command.langue'), SAY, { command: 'langue' })]
    return sheetReply(actor, found, undefined, { first })
  }

  async function inspire(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, text = '', unnamed } = parse(draft, pressed.data)
    const said = { text, unnamed: unnamed === 'on' }
    const { id: idea } = await initiatives.inspire(actor, initiative, said, idempotencyKeys(actor, pressed))
    const { say } = words(actor.language)
    const notice = done(actor, pressed, say('initiative.inspired'), say('initiative.inspired.sub'))
    const mine = button(say('idea.see'), 'ideas.show', { idea })
    return sheetReply(actor, await sheetSeen(actor, initiative), notice, { first: [mine] })
  }

  return {
    'initiatives.edit-form': {
      run: async (actor, { data }) => editForm(actor, parse(pressedOn, data).initiative),
      redraw: asItStands,
    },
    'initiatives.edit': {
      run: edit,
      redraw: async (actor, { data }) => {
        const { initiative, ...fields } = parse(sheet, data)
        return editForm(actor, initiative, fields)
      },
    },
    'initiatives.inspire-form': {
      run: async (actor, { data }) =>
        inspireReply(actor, { ...parse(pressedOn, data), nonce: '', unnamed: 'off' }),
      redraw: withoutForm,
    },
    'initiatives.inspire': {
      run: inspire,
      redraw: async (actor, { data }) => inspireReply(actor, parse(draft, data)),
    },
  }
}
