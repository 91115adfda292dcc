import type { Tx } from '../../../kernel/storage/tx.ts'
import { isReturn, RETURN, RETURNS } from '../message/budget.ts'
import type { Message, Telling } from '../message/domain.ts'
import type { MessageParts } from './parts.ts'
import { scheduling } from './schedule-usecases.ts'

/** Gathers what one touched that moved into one card: the first move opens it, others join it until it is sent. */
export function gathering(parts: MessageParts) {
  const { store, ids, clock } = parts
  const { schedule } = scheduling(parts)

  const blank = () => ({ id: ids.next(), round: 1, turn: 0, from: clock.now(), createdAt: clock.now() })

  /** The card that waits, locked: nothing is added to one that is being sent. */
  async function waitingCard(tx: Tx, person: string): Promise<Message | undefined> {
    for (const { id } of await store(tx).returnsOf(person)) {
      const card = await store(tx).lock(id)
      if (card?.state === 'waiting' || card?.state === 'unreachable') return card
    }
    return undefined
  }

  async function openCard(tx: Tx, person: string): Promise<Message> {
    const fresh = blank()
    const common = { person, topic: RETURN, by: RETURNS, subject: {}, state: 'waiting' } as const
    const card = { ...fresh, ...common, reason: `return:${fresh.id}` }
    await store(tx).add(card)
    await schedule(tx, card, clock.now())
    return card
  }

  return {
    /** Adds the move to the person's next card. @returns whether it is new */
    async gather(tx: Tx, { every: _, ...telling }: Telling): Promise<boolean> {
      const move = { ...telling, ...blank(), state: 'absorbed' } as const
      if (!(await store(tx).add(move))) return false
      const card = (await waitingCard(tx, telling.person)) ?? (await openCard(tx, telling.person))
      await store(tx).attach(move.id, card.id)
      return true
    },

    /** Whether it was queued by a version that sent each move by itself, and nobody asked for it again. */
    isLoose: (message: Message): boolean =>
      isReturn(message) && message.by !== RETURNS && message.round === 1,

    /** Adds a loose one to the person's next card. */
    async takeIn(tx: Tx, message: Message): Promise<void> {
      const card = (await waitingCard(tx, message.person)) ?? (await openCard(tx, message.person))
      await store(tx).change(message.id, { ...message, state: 'absorbed' })
      await store(tx).attach(message.id, card.id)
    },

    /** Moves of the person's other cards that wait are told in this one: two were opened at once. */
    async join(tx: Tx, card: Message): Promise<void> {
      for (const { id } of await store(tx).returnsOf(card.person)) {
        const other = id === card.id ? undefined : await store(tx).lock(id)
        if (other?.state !== 'waiting') continue
        await store(tx).reattach(other.id, card.id)
        await store(tx).change(other.id, { ...other, state: 'absorbed' })
      }
    },

    /** What the card tells; the last 100 moves, the latest first. */
    moves: (tx: Tx, card: string): Promise<readonly Message[]> => store(tx).toldIn(card),
  }
}
