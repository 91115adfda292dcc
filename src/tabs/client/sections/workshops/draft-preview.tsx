import type { DraftView } from '../../../contract/planning.ts'
import { useGround } from '../../page/ground.tsx'
import { CardPreview } from './card-preview.tsx'
import { whenText } from './plan-words.ts'

/** A workshop's announcement, before anybody sees it. */
export function DraftPreview({ draft }: { draft: DraftView }) {
  const { speech } = useGround()
  const { say } = speech
  const { place, link, capacity } = draft
  const facts = [
    whenText(draft, speech),
    ...(place ? [place] : []),
    ...(link ? [say('workshop.online', { host: link })] : []),
    say('workshop.capacity', { capacity }),
  ]
  return (
    <CardPreview
      kind="workshop"
      axis={draft.axis}
      title={draft.title}
      description={draft.description}
      facts={facts}
      acts={[say('workshop.join'), say('workshop.decline'), ...(link ? [say('workshop.open')] : [])]}
      footer={say('workshop.rules')}
    />
  )
}
