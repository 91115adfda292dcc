import type { Wiring } from '../../conversation/wiring.ts'
import { drawnFrom } from '../../kernel/crypto/keyed-random.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { calendarOf } from './calendar/holidays.ts'
import { pastStore } from './message/history-store.ts'
import { pastUsecases } from './message/history-usecases.ts'
import { preferenceHandlers } from './preferences/handlers.ts'
import { messageRoutes } from './preferences/routes.ts'
import { preferenceStore } from './preferences/store.ts'
import { preferenceUsecases } from './preferences/usecases.ts'
import { effectStore } from './response/effect-store.ts'
import { effects } from './response/effect-usecases.ts'
import { silenceStore } from './response/silence-store.ts'
import { silences } from './response/silence-usecases.ts'
import { batchStore } from './sending/batch-store.ts'
import { batches } from './sending/batch-usecases.ts'
import { sendingFacts } from './sending/handlers.ts'
import { relaying } from './sending/handover-usecases.ts'
import { messageStore } from './sending/store.ts'
import { messageSending } from './sending/usecases.ts'

type Deps = {
  readonly programme: Pick<Programme, 'messages' | 'calendar' | 'direction'>
  readonly people: Pick<PeopleUsecases, 'actor' | 'reachOf' | 'answered'>
  readonly linkSecret: string
}

export function wireMessages(wiring: Wiring, { programme, people, linkSecret }: Deps) {
  const { transact, read, note, clock, ids, zone, words } = wiring
  const { perWeek } = programme.messages
  // Read late: closures may change while the server runs.
  const calendar = (now: number) => calendarOf(programme.calendar)(now)
  const silence = silences({
    silence: silenceStore,
    lockMessage: (tx, id) => messageStore(tx).lock(id),
    transact,
    clock,
  })
  const edges = { transact, read, note, clock, ids, zone, perWeek, calendar, people }
  const parts = { ...edges, store: messageStore, chosen: preferenceStore }
  const messages = messageSending({ ...parts, isDue: silence.isDue })
  const relays = relaying(parts, messages)
  const preferences = preferenceUsecases({ ...parts, silence: silenceStore })
  const draw = drawnFrom(linkSecret)
  const effect = effects({ effect: effectStore, transact, read, clock, zone, draw })
  const past = pastUsecases({ past: pastStore, read })
  const { noteAnswered, noteAnsweredOn, noteActed, noteActedOn } = silence
  const choosing = preferenceHandlers({
    messages,
    noteAnswered,
    preferences,
    effect,
    programme,
    words,
    clock,
  })
  return {
    usecases: {
      tell: messages.tell,
      absorb: messages.absorb,
      isDue: messages.isDue,
      claim: messages.claim,
      drop: messages.drop,
      show: messages.show,
      sentMessage: messages.sentMessage,
      answered: messages.answered,
      arrived: messages.arrived,
      owed: messages.owed,
      wentOut: messages.wentOut,
      moves: messages.moves,
      subjectsOf: messages.subjectsOf,
      tellable: messages.tellable,
      workdays: messages.workdays,
      noteAnswered,
      noteAnsweredOn,
      noteActed,
      noteActedOn,
    },
    batches: batches({ ...parts, batch: batchStore }),
    preferences,
    relays,
    effect,
    handlers: {
      commands: choosing.commands,
      verbs: { ...choosing.verbs },
      pressed: choosing.pressed,
      facts: sendingFacts({ arrived: messages.arrived, relay: relays.relay }),
    },
    /** Loads the calendar before any transaction needs it. */
    ready: async () => void (await calendar(clock.now())),
    routes: [...messageRoutes({ preferences, effect, past })],
  }
}
