import { ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import type { BroadcastPreview } from '../../../../contract/broadcasts.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { BotCard } from '../../../parts/panels/bot-card.tsx'

const NAMES = { fr: 'language.fr', en: 'language.en' } as const

/** Preview of the card, in the reader's language first; the other one is a press away. */
export function Preview({ previews }: { previews: readonly BroadcastPreview[] }) {
  const { say, language } = useSession().translator
  const [chosen, choose] = useState<string>(language)
  const shown = previews.find(each => each.language === chosen) ?? previews[0]
  if (!shown) return null
  return (
    <>
      {previews.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: no form stands here
        <div className="acts look-languages" role="group" aria-label={say('cast.tab.card.language')}>
          {previews.map(each => (
            <ToggleButton
              key={each.language}
              size="small"
              checked={each === shown}
              onClick={() => choose(each.language)}
            >
              <span lang={each.language}>{say(NAMES[each.language])}</span>
            </ToggleButton>
          ))}
        </div>
      )}
      <BotCard preview={shown} />
    </>
  )
}
