import '../../parts/panels/details.css'
import './live-preview.css'
import type { ReactNode } from 'react'
import type { CardPreview } from '../../../contract/bot-card.ts'
import { useSession } from '../../parts/page/context.tsx'
import { useNarrow } from '../../parts/page/narrow.ts'
import { BotCard } from '../../parts/panels/bot-card.tsx'

type Props = {
  /** Drawn by the server as it will be posted; absent until the essential is written. */
  readonly card: CardPreview | undefined
  /** Beneath the card. */
  readonly children?: ReactNode
}

/** The card as it will read, while it is written; folded on a phone, where the form is above it. */
export function LivePreview({ card, children }: Props) {
  const { say } = useSession().translator
  const narrow = useNarrow()
  return (
    <details className="unfold preview" open={!narrow}>
      <summary>
        <h2>{say('plan.preview')}</h2>
      </summary>
      {card ? <BotCard preview={card} /> : <p className="quiet">{say('plan.preview.later')}</p>}
      {card && children}
    </details>
  )
}
