import type { Reply } from '../../../src/conversation/protocol/reply.ts'

export type OfferedOption = { readonly title: string; readonly id: string }

type Asking = {
  readonly choices: readonly { readonly title: string; readonly value: string }[]
  readonly taps: readonly { readonly text: string; readonly data: { readonly choice?: string } }[]
}

/** The options on a card that asks for a vote: pressed on their rows, or chosen from a list. */
export function optionsOn(reply: Reply): readonly OfferedOption[] {
  const { taps, choices } = reply.card.data as Asking
  const tapped = taps.map(({ text, data }) => ({ title: text, id: data.choice ?? '' }))
  return tapped.length > 0 ? tapped : choices.map(({ title, value }) => ({ title, id: value }))
}
