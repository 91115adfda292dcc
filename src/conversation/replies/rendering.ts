import { unfolded, withSubmits } from '../../cards/fallback.ts'
import type { Render } from '../../cards/render.ts'
import type { RenderedOutgoing } from '../protocol/rendered.ts'
import type { Outgoing, Reply } from '../protocol/reply.ts'

function renderOne(render: Render, { card, language, summary, notice }: Reply) {
  return render(card, language, summary, notice && { notice })
}

/** Renders a reply; the question `below`, if any, is appended to the same card. */
export function renderReply(render: Render, reply: Reply, below?: Reply): object {
  const card = renderOne(render, reply)
  if (!below) return card
  const added = renderOne(render, below).body as object[]
  return { ...card, body: [...(card.body as object[]), ...added] }
}

/** Adapts a card to a dialog. */
export function forDialog(card: object): object {
  return unfolded(withSubmits(card)) as object
}

export function renderOutgoing(
  render: Render,
  { to, key, reply, editOnly, ifChanged }: Outgoing,
): RenderedOutgoing {
  return { to, key, editOnly, ifChanged, card: renderReply(render, reply), summary: reply.summary }
}
