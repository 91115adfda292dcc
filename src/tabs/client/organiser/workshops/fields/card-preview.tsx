import { useId } from 'react'
import type { CardPreview as Preview } from '../../../../contract/bot-card.ts'
import { useGround } from '../../../parts/page/context.tsx'
import { CardLook } from '../../../parts/panels/bot-card.tsx'

/** The card as it will read in its channels. Its buttons are words here: nothing is sent by pressing them. */
export function CardPreview({ preview }: { preview: Preview }) {
  const { say } = useGround().speech
  const id = useId()
  return (
    <section className="preview" aria-labelledby={id}>
      <h2 id={id}>{say('plan.preview')}</h2>
      <CardLook preview={preview} />
    </section>
  )
}
