import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers, VerbHandler } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import { dropCard, moveCard, stepFormCard } from './form-cards.ts'
import { ownStepsCard, stepsOnCard } from './list-cards.ts'
import type { StepReadingUsecases } from './reading-usecases.ts'
import { day, pressedOn, type StepReplies } from './reply-handlers.ts'
import type { NextStepSeen } from './seen.ts'
import { SUBJECTS, type SubjectKey } from './subject.ts'
import type { NextStepUsecases } from './usecases.ts'

/** Four with an act each leave two acts for the page. */
const PAGE = 4

const subjectOn = z.object({ kind: z.enum(SUBJECTS), id: z.string().regex(ID) })
const tick = z.enum(['on', 'off']).catch('off')
const typed = z.string().max(4_000).catch('')
const drafted = subjectOn.extend({
  text: typed,
  due: day,
  named: tick,
  who: z.enum(['me', 'other']).catch('me'),
  nonce: z.string().max(64).catch(''),
})
const page = z.object({ after: z.string().max(200).optional() })

type Parts = {
  readonly steps: NextStepUsecases
  readonly reading: Pick<StepReadingUsecases, 'on' | 'show' | 'mine'>
  /** Whom to ask to see to it. */
  readonly assigning: (actor: Actor, step: NextStepSeen) => Promise<Reply>
  readonly ids: Ids
}

/** What follows of a thing: read, written, kept, put off, dropped. */
export function nextStepHandlers({ steps, reading, assigning, ids }: Parts, replies: StepReplies): Handlers {
  const { context, days, done, one, asItStands } = replies

  async function form(actor: Actor, given: SubjectKey & Partial<z.infer<typeof drafted>>): Promise<Reply> {
    const { kind, id, text = '', due = '', named = 'off', nonce = '' } = given
    const { title, forInitiative } = await steps.prepare(actor, { kind, id })
    const { words } = context(actor)
    const draft = { text, due, named, nonce: formNonce(ids, actor, nonce) }
    const card = stepFormCard(words, { kind, id, title, forInitiative }, await days(), draft)
    return { card, language: actor.language, summary: card.data.title }
  }

  async function on(actor: Actor, { data }: Pressed): Promise<Reply> {
    const found = await reading.on(actor, parse(subjectOn, data))
    if (found.steps.length === 0 && found.mayWrite) return form(actor, found.subject)
    const card = stepsOnCard(context(actor), found)
    return { card, language: actor.language, summary: card.data.title }
  }

  async function write(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { kind, id, text, due, named, who } = parse(drafted, pressed.data)
    const mine = who === 'me'
    const given = { subject: { kind, id }, text, due, mine, named: named === 'on' }
    const step = await steps.write(actor, given, idempotencyKeys(actor, pressed))
    if (!mine && step.mayAsk) return assigning(actor, step)
    return one(actor, step, done(actor, pressed, 'step.written'))
  }

  async function list(actor: Actor, after?: string): Promise<Reply> {
    const card = ownStepsCard(context(actor), await reading.mine(actor, PAGE, after))
    return { card, language: actor.language, summary: card.data.title }
  }

  const keep: VerbHandler = async (actor, pressed) =>
    one(
      actor,
      await steps.keep(actor, parse(pressedOn, pressed.data).step),
      done(actor, pressed, 'step.keep.done'),
    )

  const undo: VerbHandler = async (actor, pressed) =>
    one(
      actor,
      await steps.takeBack(actor, parse(pressedOn, pressed.data).step),
      done(actor, pressed, 'undone'),
    )

  const move: VerbHandler = async (actor, pressed) => {
    const { step, due } = parse(pressedOn.extend({ due: day }), pressed.data)
    return one(actor, await steps.postpone(actor, step, due), done(actor, pressed, 'step.move.done'))
  }

  const moveForm: VerbHandler = async (actor, { data }) => {
    const { step, due } = parse(pressedOn.extend({ due: day }), data)
    const { words } = context(actor)
    const card = moveCard(words, await steps.edit(actor, step), await days(), due)
    return { card, language: actor.language, summary: card.data.title }
  }

  const drop: VerbHandler = async (actor, pressed) => {
    const { step, word } = parse(pressedOn.extend({ word: typed }), pressed.data)
    return one(actor, await steps.drop(actor, step, word), done(actor, pressed, 'step.drop.done'))
  }

  const dropForm: VerbHandler = async (actor, { data }) => {
    const { step, word } = parse(pressedOn.extend({ word: typed }), data)
    const card = dropCard(context(actor).words, await steps.edit(actor, step), word)
    return { card, language: actor.language, summary: card.data.title }
  }

  return {
    commands: [
      {
        name: 'suites',
        words: { fr: ['suites', 'mes suites'], en: ['next steps', 'my next steps'] },
        // To nobody: it is understood, and each step leads on by its own message.
        offered: {},
        personal: true,
        shows: true,
        run: actor => list(actor),
      },
    ],
    verbs: {
      'steps.on': on,
      'steps.form': async (actor, { data }) => form(actor, parse(subjectOn, data)),
      'steps.write': { run: write, redraw: async (actor, { data }) => form(actor, parse(drafted, data)) },
      'steps.list': async (actor, { data }) => list(actor, parse(page, data).after),
      'steps.show': asItStands,
      'steps.keep': { run: keep, redraw: asItStands },
      'steps.undo': { run: undo, redraw: asItStands },
      'steps.move-form': { run: moveForm, redraw: asItStands },
      'steps.move': { run: move, redraw: moveForm },
      'steps.drop-form': { run: dropForm, redraw: asItStands },
      'steps.drop': { run: drop, redraw: dropForm },
    },
  }
}
