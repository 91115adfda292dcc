import { z } from 'zod'
import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../conversation/protocol/incoming.ts'
import type { Reply } from '../../conversation/protocol/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { Programme } from '../programme/index.ts'
import { entryCard, lettersCard, outcomeOf } from './cards.ts'
import { bareLetters } from './check-in-letters.ts'
import { type CheckInResult, permitCheckIn } from './domain.ts'
import type { AttendanceUsecases } from './usecases.ts'

type Parts = {
  readonly attendance: Pick<AttendanceUsecases, 'checkIn' | 'comeIn'>
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

/** Letters that may be meant for a code of six, a few too many. */
const MOST_LETTERS = 12

const typed = z.object({ letters: z.string().max(200).catch('') })

/** « présence CODE »: the six letters on the screen, from a chat. */
export function attendanceHandlers({ attendance, programme, words, clock }: Parts): Handlers {
  function form({ language }: Actor, letters = ''): Reply {
    const w = words(language)
    return { card: lettersCard(w, letters), language, summary: w.say('attendance.question') }
  }

  function reply({ language }: Actor, entry: CheckInResult, letters: string): Reply {
    const context = { words: words(language), programme }
    const notice = outcomeOf(context, entry)
    return { card: entryCard(context, entry, letters, clock.now()), language, summary: notice.title, notice }
  }

  async function enter(actor: Actor, letters: string): Promise<Reply> {
    return reply(actor, await attendance.checkIn(actor, { letters }), letters)
  }

  async function ask(actor: Actor): Promise<Reply> {
    permitCheckIn(actor.role)
    return form(actor)
  }

  const lettersOf = ({ data }: Pressed) => parse(typed, data).letters
  const redraw = async (actor: Actor, pressed: Pressed) => form(actor, lettersOf(pressed))

  return {
    commands: [
      {
        name: 'presence',
        words: {
          fr: ['présence', 'présent', 'présente', 'je suis là'],
          en: ['check-in', 'check in', 'checkin', 'present'],
        },
        takesText: true,
        // « Présent à chaque rentrée, je veux aider » is a sentence.
        fits: text => text.replaceAll(/\P{L}/gu, '').length <= MOST_LETTERS,
        reads: bareLetters,
        // Offered to nobody: the screen at the workshop shows it.
        offered: {},
        personal: true,
        run: (actor, _, text) => (text === '' ? ask(actor) : enter(actor, text)),
        redraw: async (actor, _, text) => form(actor, text),
      },
    ],
    verbs: {
      'attendance.enter': { run: (actor, pressed) => enter(actor, lettersOf(pressed)), redraw },
      'attendance.come-in': {
        run: async (actor, pressed) => {
          const letters = lettersOf(pressed)
          return reply(actor, await attendance.comeIn(actor, { letters }), letters)
        },
        redraw,
      },
    },
  }
}
