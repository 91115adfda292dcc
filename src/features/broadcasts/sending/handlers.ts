import { z } from 'zod'
import type { Verb } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { BroadcastSeen } from '../broadcast/progress.ts'
import { type BroadcastReplies, chosen } from '../broadcast/reply-handlers.ts'
import type { BroadcastUsecases } from '../broadcast/usecases.ts'
import type { SendingUsecases } from './usecases.ts'

const count = z.coerce.number().int().min(1).max(1_000_000)
const versioned = chosen.extend({ version: count })
const decided = chosen.extend({ again: count })

type Said = (words: Words, seen: BroadcastSeen) => string

function stoppedText({ say }: Words, { progress: { tally } }: BroadcastSeen): string {
  const [sent, left] = [exact('reach', tally.sent), exact('reach', tally.stopped)]
  return say('cast.stopped', { sent, left })
}

type Parts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'show'>
  readonly sending: SendingUsecases
  readonly words: (language: Language) => Words
}

/** Starting, pausing, resuming and stopping a broadcast. */
export function sendingVerbs(
  { broadcasts, sending, words }: Parts,
  { sheetReply }: BroadcastReplies,
): Readonly<Record<string, Verb>> {
  async function sheet(actor: Actor, { data }: Pressed): Promise<Reply> {
    return sheetReply(actor, await broadcasts.show(actor, parse(chosen, data).broadcast))
  }

  /** Runs the act and shows the broadcast; `said`: the confirmation. */
  function act(run: (actor: Actor, data: Pressed['data']) => Promise<void>, said: Said): Verb {
    return {
      run: async (actor, { data }) => {
        await run(actor, data)
        const seen = await broadcasts.show(actor, parse(chosen, data).broadcast)
        return sheetReply(actor, seen, { tone: 'good', title: said(words(actor.language), seen) })
      },
      redraw: sheet,
    }
  }
  const start = (actor: Actor, data: Pressed['data']) => {
    const { broadcast, version } = parse(versioned, data)
    return sending.start(actor, broadcast, version)
  }
  const again = (actor: Actor, data: Pressed['data']) => {
    const { broadcast, again: time } = parse(decided, data)
    return sending.again(actor, broadcast, time)
  }
  const on = (move: (actor: Actor, id: string) => Promise<void>) => (actor: Actor, data: Pressed['data']) =>
    move(actor, parse(chosen, data).broadcast)

  return {
    'broadcasts.start': act(start, ({ say }) => say('cast.started')),
    'broadcasts.pause': act(on(sending.pause), ({ say }) => say('cast.paused')),
    'broadcasts.go-on': act(on(sending.goOn), ({ say }) => say('cast.resumed')),
    'broadcasts.stop': act(on(sending.stop), stoppedText),
    'broadcasts.again': act(again, ({ say }) => say('cast.repeated')),
  }
}
