import { useId } from 'react'
import '../../parts/live-preview.css'
import type { CardPreview as Preview } from '../../../../contract/bot-card.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { BotCard } from '../../../parts/panels/bot-card.tsx'

/** The card as it will read in its channels. Its buttons are words here: nothing is sent by pressing them. */
export function CardPreview({ preview }: { preview: Preview }) {
  const { say } = useSession().translator
  const id = useId()
  return (
    <section className="preview" aria-labelledby={id}>
      <h2 id={id}>{say('plan.preview')}</h2>
      <BotCard preview={preview} />
    </section>
  )
}
