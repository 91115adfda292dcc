import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { DECISIONS, type DecisionKind, kindsOn } from './domain.ts'
import { type DecisionFields, decisionForm } from './form-cards.ts'
import type { DecisionReplies } from './reply-handlers.ts'
import type { DecisionReading } from './seen-usecases.ts'
import type { TrialDecisionUsecases } from './usecases.ts'

const pressedOn = z.object({ trial: z.string().regex(ID) })
/** Teams leaves empty fields out. */
const typed = z.string().max(12_000).catch('')
const fields = pressedOn.extend({ kind: typed, why: typed, learnt: typed, directions: typed })

const EMPTY: DecisionFields = { kind: '', why: '', learnt: '', directions: '' }
/** Directions that are read at most. */
const MOST = 200

type Parts = {
  readonly decisions: Pick<TrialDecisionUsecases, 'prepare' | 'decide'>
  readonly reading: Pick<DecisionReading, 'seen'>
  readonly today: () => string
  readonly programme: Pick<Programme, 'direction' | 'directions'>
  readonly words: (language: Language) => Words
}

/** Deciding in the chat. */
export function decisionVerbs(
  { decisions, reading, today, programme, words }: Parts,
  { asItStands, done }: DecisionReplies,
): Readonly<Record<string, Verb>> {
  async function form(
    actor: Actor,
    id: string,
    kinds: readonly DecisionKind[],
    given = EMPTY,
  ): Promise<Reply> {
    const { trial } = await reading.seen(actor, id)
    const w = words(actor.language)
    const card = decisionForm({ words: w }, trial, { kinds, fields: given, programme })
    return { card, language: actor.language, summary: w.say('trial.decision.choose') }
  }

  /** Also for who may not decide any more: what they typed is theirs to copy. */
  async function again(actor: Actor, data: unknown): Promise<Reply> {
    const { trial: id, ...given } = parse(fields, data)
    const { trial } = await reading.seen(actor, id)
    const kinds = kindsOn(trial, today())
    return form(actor, id, kinds.length > 0 ? kinds : DECISIONS, given)
  }

  return {
    'trials.decision': async (actor, { data }) => asItStands(actor, parse(pressedOn, data).trial),
    'trials.decide-form': {
      run: async (actor, { data }) => {
        const { trial } = parse(pressedOn, data)
        return form(actor, trial, await decisions.prepare(actor, trial))
      },
      redraw: async (actor, { data }) => asItStands(actor, parse(pressedOn, data).trial),
    },
    'trials.decide': {
      run: async (actor, pressed) => {
        const { trial, kind: chosen, why, learnt, directions } = parse(fields, pressed.data)
        const kind = DECISIONS.find(each => each === chosen)
        if (!kind) {
          // Whether they may decide at all comes first.
          await decisions.prepare(actor, trial)
          throw new Refusal('trial-kind-missing')
        }
        const ids = directions
          .split(',')
          .filter(id => id !== '')
          .slice(0, MOST)
        const places = await decisions.decide(actor, trial, { kind, why, learnt, directions: ids })
        return done(actor, trial, pressed, places)
      },
      redraw: (actor, { data }) => again(actor, data),
    },
  }
}
