import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { onceKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import { SAY } from '../../../conversation/replies/bot-cards.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { button } from './button-cards.ts'
import { PERMISSIONS, permitEdit } from './domain.ts'
import { inspireForm, type SheetFields, sheetForm } from './form-cards.ts'
import { type HandlerParts, pressedOn, type Replies } from './reply-handlers.ts'

/** A field that was left empty does not come. */
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

/** What an owner writes on the sheet, and what others propose after it. */
export function editHandlers(
  parts: HandlerParts,
  { reply, done, sheetReply, asItStands }: Replies,
): Handlers {
  const { initiatives, programme, words, ids } = parts

  /** With `fields`, what was typed is given back, also to who may save it no more: it is theirs to keep. */
  async function editForm(actor: Actor, initiative: string, fields?: SheetFields): Promise<Reply> {
    const found = await initiatives.sheet(actor, initiative)
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
    permit(PERMISSIONS.inspire, actor.role)
    const found = await initiatives.sheet(actor, given.initiative)
    const direction = programme.direction(actor.direction ?? '')?.name
    if (direction === undefined) throw new Refusal('own-direction-missing')
    const { text, unnamed } = given
    const nonce = formNonce(ids, actor, given.nonce)
    const context = { direction, nonce, unnamed, ...(text !== undefined && { text }) }
    const card = inspireForm(words(actor.language), programme, found, context)
    return reply(actor.language, card, words(actor.language).say('initiative.inspire'))
  }

  /** The sheet, and first the way to say where one works, to whom that is missing. */
  async function withoutForm(actor: Actor, { data }: Pressed): Promise<Reply> {
    const found = await initiatives.sheet(actor, parse(pressedOn, data).initiative)
    const known = programme.direction(actor.direction ?? '') !== undefined
    const { say } = words(actor.language)
    const first = known ? [] : [button(say('command.langue'), SAY, { command: 'langue' })]
    return sheetReply(actor, found, undefined, { first })
  }

  async function inspire(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { initiative, text = '', unnamed } = parse(draft, pressed.data)
    const said = { text, unnamed: unnamed === 'on' }
    const { id: idea } = await initiatives.inspire(actor, initiative, said, onceKeys(actor, pressed))
    const { say } = words(actor.language)
    const notice = done(actor, pressed, say('initiative.inspired'), say('initiative.inspired.sub'))
    const mine = button(say('idea.see'), 'ideas.show', { idea })
    return sheetReply(actor, await initiatives.sheet(actor, initiative), notice, { first: [mine] })
  }

  return {
    verbs: {
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
    },
  }
}
