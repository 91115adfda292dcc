import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { answerCard } from '../registration/cards.ts'
import { meansOf } from '../registration/handlers.ts'
import { fieldsOf, formFields, typedDraft, type WorkshopFormFields } from '../workshop/form.ts'
import { formCard } from '../workshop/form-cards.ts'
import { moveSureCard } from './cards.ts'
import type { ChangeUsecases } from './usecases.ts'

type Parts = {
  readonly changes: ChangeUsecases
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly clock: Clock
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
}

const chosen = z.object({ workshop: z.string().regex(ID) })
/** `sure`: the change was confirmed. */
const changing = chosen.extend({ sure: z.literal(true).optional().catch(undefined) })

export function changeHandlers({ changes, programme, words, ids, clock, calendarOf }: Parts): Handlers {
  /** Form with the current workshop, or what was typed when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { workshop: id } = parse(chosen, data)
    const workshop = await changes.changeable(actor, id)
    const typed = parse(formFields, data)
    const nonce = formNonce(ids, actor, typed.nonce)
    const fields = typed.nonce === '' ? fieldsOf(workshop, w.zone, nonce) : typed
    const card = formCard({
      words: w,
      programme,
      channels: [],
      nonce,
      now: clock.now(),
      fields,
      workshop: id,
    })
    return { card, language: actor.language, summary: w.say('workshop.change.title') }
  }

  /** Confirmation before people are notified; undefined where nobody is. @throws Refusal as `change` does */
  async function ask(actor: Actor, id: string, fields: WorkshopFormFields): Promise<Reply | undefined> {
    const { language } = actor
    const w = words(language)
    const preview = await changes.preview(actor, id, typedDraft(fields, w.zone))
    if (preview.told + preview.untold === 0) return undefined
    const card = moveSureCard({ words: w, programme }, { ...preview, fields })
    return { card, language, summary: w.say('workshop.change.title') }
  }

  async function change(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { language } = actor
    const w = words(language)
    const { workshop: id, sure } = parse(changing, pressed.data)
    const fields = parse(formFields, pressed.data)
    const asked = sure ? undefined : await ask(actor, id, fields)
    if (asked) return asked
    const typed = typedDraft(fields, w.zone)
    const seen = await changes.change(actor, id, typed, idempotencyKeys(actor, pressed))
    const card = answerCard({ words: w, programme }, seen, meansOf(actor, calendarOf(id)))
    const title = w.say('workshop.changed')
    return { card, language, summary: title, notice: { tone: 'good', title } }
  }

  return {
    verbs: {
      'workshops.change-form': form,
      'workshops.change': { run: change, redraw: form },
    },
  }
}
