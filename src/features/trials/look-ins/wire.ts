import type { Wiring } from '../../../conversation/wiring.ts'
import { drawnFrom } from '../../../kernel/crypto/keyed-random.ts'
import type { InitiativeUsecases } from '../../initiatives/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import { testerStore } from '../testers/store.ts'
import type { TrialContext } from '../trial/context-usecases.ts'
import type { TrialReadingUsecases } from '../trial/reading-usecases.ts'
import { trialStore } from '../trial/store.ts'
import { answerStore } from './answer-store.ts'
import { lookInHandlers } from './handlers.ts'
import { lookInMessageHandlers } from './message-handlers.ts'
import { numberReminders } from './reminder-usecases.ts'
import { roundUsecases } from './rounds-usecases.ts'
import { lookInRoutes } from './routes.ts'
import { numberStore, roundStore } from './store.ts'
import { lookInUsecases } from './usecases.ts'

export type LookInDeps = {
  readonly linkSecret: string
  readonly messages: Pick<MessageUsecases, 'tell' | 'claim' | 'drop' | 'show' | 'noteAnsweredOn'>
  readonly initiatives: Pick<InitiativeUsecases, 'held'>
  readonly purge: Parameters<typeof roundUsecases>[0]['purge']
}

/** Look-ins, whose use-cases the trial itself needs; `lookInDoors` opens them once it can be read. */
export function wireLookIns(wiring: Wiring, deps: LookInDeps, context: Pick<TrialContext, 'readable'>) {
  const { transact, read, note, once, clock, ids, zone } = wiring
  const { linkSecret, messages, initiatives, purge } = deps
  const reminders = numberReminders({ numbers: numberStore, messages, zone })
  const rounds = roundUsecases({
    rounds: roundStore,
    trials: trialStore,
    testers: testerStore,
    transact,
    note,
    clock,
    ids,
    zone,
    draw: drawnFrom(linkSecret),
    messages,
    initiatives,
    remind: reminders.remind,
    purge,
  })
  const lookIns = lookInUsecases(
    { store: answerStore, testers: testerStore, transact, read, clock, zone, once, messages },
    context,
  )
  return { reminders, rounds, lookIns }
}

export function lookInDoors(
  { read, words }: Pick<Wiring, 'read' | 'words'>,
  { messages }: Pick<LookInDeps, 'messages'>,
  { reminders, rounds, lookIns }: ReturnType<typeof wireLookIns>,
  trials: Pick<TrialReadingUsecases, 'show'>,
) {
  const { reply, verbs } = lookInHandlers({ lookIns, trials, words })
  const asked = lookInMessageHandlers({ rounds, lookIns, reminders, trials, messages, read, words, reply })
  return {
    handlers: { verbs: { ...verbs, ...asked.verbs }, facts: { ...asked.facts } },
    routes: lookInRoutes({ lookIns, trials }),
  }
}
