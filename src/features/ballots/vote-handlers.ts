import { z } from 'zod'
import type { Command, Verb } from '../../conversation/handlers.ts'
import type { Pressed, Typed } from '../../conversation/incoming.ts'
import type { Reply } from '../../conversation/reply.ts'
import type { Actor } from '../../kernel/actor.ts'
import { ID } from '../../kernel/id.ts'
import { parse } from '../../kernel/parse.ts'
import { may } from '../../kernel/permission.ts'
import type { AnswerParts, Answers } from './answer-handlers.ts'
import * as cards from './cards.ts'
import { only } from './choice.ts'
import { PERMISSIONS } from './domain.ts'

/** Five ballots with a button each leave one for the next page. */
const PAGE = 5

const id = z.string().regex(ID)
const after = z.string().max(200).optional()
const one = z.object({ ballot: id })
// What is no text was not chosen from the list.
const cast = one.extend({ choice: id.catch('') })

/** How one votes, and sees what stands. */
export function votePart(parts: AnswerParts, answers: Answers) {
  const { ballots, words } = parts
  const { voiceOf, reply, totalsReply, choosingReply, registered } = answers

  async function vote(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot, choice } = parse(cast, pressed.data)
    const seen = await ballots.vote(actor, ballot, only(choice))
    return totalsReply(actor, seen, pressed, registered(actor, pressed))
  }

  async function choose(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { ballot, choice } = parse(cast, pressed.data)
    return choosingReply(actor, await ballots.show(actor, ballot), pressed, choice || undefined)
  }

  async function mine(actor: Actor, pressed: Pressed): Promise<Reply> {
    const seen = await ballots.show(actor, parse(one, pressed.data).ballot)
    if (seen.mine === undefined) return choosingReply(actor, seen, pressed)
    return totalsReply(actor, seen, pressed, registered(actor, pressed))
  }

  async function totals(actor: Actor, pressed: Pressed): Promise<Reply> {
    return totalsReply(actor, await ballots.show(actor, parse(one, pressed.data).ballot), pressed)
  }

  async function list(actor: Actor, from?: string): Promise<Reply> {
    const page = await ballots.running(actor, PAGE, from || undefined)
    const card = cards.listCard(voiceOf(actor.language), page, may(PERMISSIONS.vote, actor.role))
    return reply(actor, card, words(actor.language).say('ballot.list.title'))
  }

  /** What waits for the person's vote comes first, ready to be voted in; the list once nothing does. */
  async function begin(actor: Actor, incoming: Pressed | Typed): Promise<Reply> {
    const waiting = may(PERMISSIONS.vote, actor.role) ? await ballots.awaiting(actor) : undefined
    return waiting ? choosingReply(actor, waiting, incoming) : list(actor)
  }

  const commands: readonly Command[] = [
    {
      name: 'voter',
      words: { fr: ['voter'], en: ['vote'] },
      offered: { agent: 3, pilot: 3, manager: 3, organiser: 4 },
      personal: true,
      run: begin,
    },
  ]
  const verbs: Readonly<Record<string, Verb>> = {
    'ballots.vote': { run: vote, redraw: choose },
    'ballots.choose': choose,
    'ballots.mine': mine,
    'ballots.totals': totals,
    'ballots.list': (actor, pressed) => list(actor, parse(z.object({ after }), pressed.data).after),
  }
  return { commands, verbs }
}
