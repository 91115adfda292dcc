import type { Actor } from '../../kernel/access/actor.ts'
import { fold, runAtEnd } from '../../kernel/text/text.ts'
import type { Handlers, NearCommands, ParsedCommand } from '../protocol/handlers.ts'
import type { Pressed, Typed } from '../protocol/incoming.ts'
import type { Reply } from '../protocol/reply.ts'
import type { Guarded } from './act-guard.ts'
import { GREETINGS } from './command-parser.ts'

/** A command to run, with what came. */
export type Said = ParsedCommand & { readonly incoming: Typed | Pressed }

type Parts = {
  readonly handlers: readonly Handlers[]
  readonly nearest: (typed: string, actor: Actor) => NearCommands
  readonly run: (guarded: Guarded, actor: Actor, said: Said) => Promise<Reply>
  readonly help: (actor: Actor) => Reply
  /** Help, with a notice that the message was not understood. */
  readonly lost: (actor: Actor, incoming: Typed) => Reply
}

const GREETED = new Set([...GREETINGS.fr, ...GREETINGS.en].map(fold))
const SIGN = /[^\p{L}\p{N}]/u
/** No greeting is longer. */
const LONGEST = 40

function isGreeting(typed: string): boolean {
  const line = typed.length > LONGEST ? '' : fold(typed)
  return GREETED.has(line.slice(0, runAtEnd(line, SIGN)))
}

/** What is typed in a personal chat: a command, a slip of one, or a sentence that features make something of. */
export function personalChat({ handlers, nearest, run, help, lost }: Parts) {
  /** The first answer of a feature, if any has one. */
  async function asked(ask: (each: Handlers) => Promise<Reply | undefined> | undefined) {
    for (const each of handlers) {
      const reply = await ask(each)
      if (reply) return reply
    }
    return undefined
  }

  async function unmatched(guarded: Guarded, actor: Actor, incoming: Typed): Promise<Reply> {
    const near = nearest(incoming.text, actor)
    // What publishes, stops, erases or hands over is never run for a slip: features offer it on a button.
    if (near.meant?.shows) return run(guarded, actor, { command: near.meant, text: '', incoming })
    const answered = () => asked(each => each.unmatched?.(actor, incoming, near))
    return guarded(incoming.kind, async () => (await answered()) ?? lost(actor, incoming))
  }

  return {
    async answer(guarded: Guarded, actor: Actor, incoming: Typed, spoken?: ParsedCommand): Promise<Reply> {
      if (isGreeting(incoming.text)) {
        const greeted = () => asked(each => each.greets?.(actor, incoming))
        return guarded('aide', async () => (await greeted()) ?? help(actor))
      }
      if (!spoken) return unmatched(guarded, actor, incoming)
      const first = spoken.text === '' ? undefined : await asked(each => each.first?.(actor, incoming))
      return first ?? run(guarded, actor, { ...spoken, incoming })
    },
  }
}
