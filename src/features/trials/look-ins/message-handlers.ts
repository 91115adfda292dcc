import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { drawClaimed, type Message, type MessageUsecases } from '../../messages/index.ts'
import type { TrialReadingUsecases } from '../trial/reading-usecases.ts'
import type { TrialSeen } from '../trial/seen.ts'
import { roundDueOf, roundPageOf } from './facts.ts'
import type { LookInReply } from './handlers.ts'
import { numberDueCard, numberSummary } from './number-cards.ts'
import type { NumberReminders } from './reminder-usecases.ts'
import type { RoundUsecases } from './rounds-usecases.ts'
import type { LookInUsecases } from './usecases.ts'

type AskingMessage = Pick<Message, 'id' | 'round' | 'subject'>

type Parts = {
  readonly rounds: RoundUsecases
  readonly lookIns: Pick<LookInUsecases, 'status'>
  readonly reminders: Pick<NumberReminders, 'awaited'>
  readonly trials: Pick<TrialReadingUsecases, 'show'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly read: Transact
  readonly words: (language: Language) => Words
  /** A look-in as somebody sees it. */
  readonly reply: LookInReply
}

const onMessage = z.object({ message: z.string().regex(ID) })
const trialIn = ({ subject }: AskingMessage) => String(subject.trial)

/** Asks who tries, and reminds who carries: by the clock, each as they stand as the message goes. */
export function lookInMessageHandlers(parts: Parts): Handlers {
  const { rounds, lookIns, reminders, trials, messages, read, words, reply } = parts

  const awaitedOf = ({ subject }: AskingMessage, trial: TrialSeen) =>
    trial.ending ? Promise.resolve([]) : read(tx => reminders.awaited(tx, trial, String(subject.since)))

  async function numberReply(actor: Actor, message: AskingMessage): Promise<Reply> {
    const w = words(actor.language)
    const trial = await trials.show(actor, trialIn(message))
    const card = numberDueCard(w, trial, await awaitedOf(message, trial), message)
    return { card, language: actor.language, summary: numberSummary(w, trial) }
  }

  const drawn = (actor: Actor, message: AskingMessage): Promise<Reply> =>
    message.subject.news === 'number'
      ? numberReply(actor, message)
      : reply(actor, trialIn(message), { message })

  /** Whether it is to be sent: nobody did it meanwhile, and it is still theirs to do. */
  async function stands(actor: Actor, message: AskingMessage): Promise<boolean> {
    const { subject } = message
    if (subject.news === 'number') {
      const trial = await trials.show(actor, trialIn(message))
      return trial.mine && (await awaitedOf(message, trial)).length > 0
    }
    const { round, asked, answered } = await lookIns.status(actor, trialIn(message))
    return round?.id === subject.lookIn && asked && !answered
  }

  const stillDrawn = async (actor: Actor, message: AskingMessage): Promise<Reply | undefined> =>
    (await stands(actor, message)) ? drawn(actor, message) : undefined

  const quietly = (work: (fact: Fact) => Promise<void>) => async (fact: Fact) => {
    await work(fact)
    return []
  }

  return {
    verbs: {
      'look-ins.message': async (actor, { data }) =>
        drawn(actor, await messages.show(actor, parse(onMessage, data).message)),
    },
    facts: {
      'look-ins.tell': ({ payload }) => drawClaimed(messages, String(payload.message), stillDrawn),
      'look-ins.open': quietly(fact => rounds.open(roundDueOf(fact))),
      'look-ins.ask': quietly(fact => rounds.ask(roundPageOf(fact))),
      'look-ins.close': quietly(({ payload }) => rounds.close(String(payload.round))),
      'look-ins.scrub': quietly(() => rounds.scrub()),
    },
  }
}
