import '../../../parts/panels/details.css'
import type { CheckView } from '../../../../contract/workshops/planning.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { useNarrow } from '../../../parts/page/narrow.ts'
import { BotCard } from '../../../parts/panels/bot-card.tsx'
import { ChannelsNotice } from './channels-notice.tsx'

/** The card as it will read, while it is written; folded on a phone, where the form is above it. */
export function LivePreview({ checked }: { checked: CheckView | undefined }) {
  const { say } = useSession().translator
  const narrow = useNarrow()
  return (
    <details className="unfold preview" open={!narrow}>
      <summary>
        <h2>{say('plan.preview')}</h2>
      </summary>
      {checked?.preview ? (
        <BotCard preview={checked.preview} />
      ) : (
        <p className="quiet">{say('plan.preview.later')}</p>
      )}
      {checked?.preview && checked.targets && <ChannelsNotice targets={checked.targets} />}
    </details>
  )
}
