import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import { needsCard } from './needs-cards.ts'
import type { MyNeed, NeedUsecases } from './needs-usecases.ts'

type Parts = {
  readonly needs: NeedUsecases
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
}

const chosen = z.object({ workshop: z.string().regex(ID) })
const typed = chosen.extend({ text: z.string().default('') })

/** Practical needs of participants, read by organisers and deleted afterwards. */
export function needHandlers({ needs, programme, words }: Parts): Handlers {
  function reply(actor: Actor, { workshop, text }: MyNeed, again?: string, notice?: Notice): Reply {
    const w = words(actor.language)
    const card = needsCard({ words: w, programme }, workshop, text, again)
    const summary = notice?.title ?? w.say('workshop.needs')
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    return reply(actor, await needs.mine(actor, parse(chosen, data).workshop))
  }

  async function again(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, text } = parse(typed, data)
    return reply(actor, await needs.mine(actor, workshop), text)
  }

  async function say(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, text } = parse(typed, data)
    const said = await needs.say(actor, workshop, text)
    const title = words(actor.language).say(
      said.text === '' ? 'workshop.needs.erased' : 'workshop.needs.saved',
    )
    return reply(actor, said, undefined, { tone: 'good', title })
  }

  return {
    verbs: { 'workshops.needs-form': form, 'workshops.needs': { run: say, redraw: again } },
    facts: {
      'workshops.forget-needs': async () => {
        await needs.forget()
        return []
      },
    },
  }
}
