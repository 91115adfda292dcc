import { ToggleButton } from '@fluentui/react-components'
import { Building20Regular } from '@fluentui/react-icons/svg/building'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Clock20Regular } from '@fluentui/react-icons/svg/clock'
import { Location20Regular } from '@fluentui/react-icons/svg/location'
import { Megaphone20Regular } from '@fluentui/react-icons/svg/megaphone'
import { People20Regular } from '@fluentui/react-icons/svg/people'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import { useState } from 'react'
import type { BroadcastPreview, CardBlock } from '../../../contract/broadcasts.ts'
import { useGround } from '../../page/ground.tsx'

// Those of such a card; another is left out, as older Teams do.
const ICONS = {
  Book: Building20Regular,
  CalendarLtr: CalendarLtr20Regular,
  Clock: Clock20Regular,
  Location: Location20Regular,
  Megaphone: Megaphone20Regular,
  People: People20Regular,
  Vote: Vote20Regular,
}

function Icon({ name }: { name: string | undefined }) {
  if (name === undefined || !Object.hasOwn(ICONS, name)) return null
  const Drawn = ICONS[name as keyof typeof ICONS]
  return <Drawn aria-hidden className="look-icon" />
}

/** A button or a field of the card looks like one, and is none: there is nothing to press here. */
function Block({ block }: { block: CardBlock }) {
  if (block.kind === 'acts') {
    return (
      <ul className="look-acts">
        {block.titles.map(title => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    )
  }
  if (block.kind === 'field') {
    return (
      <div className="look-field">
        <p>{block.label}</p>
        <ul>
          {block.choices.map(choice => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      </div>
    )
  }
  const { text, style, icon, apart } = block
  return (
    <p className={`look-${style}${apart ? ' look-apart' : ''}${icon ? ' look-led' : ''}`}>
      <Icon name={icon} />
      <span>{text}</span>
    </p>
  )
}

function CardLook({ preview: { language, blocks } }: { preview: BroadcastPreview }) {
  return (
    <div className="look" lang={language}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card's blocks never move
        <Block key={at} block={block} />
      ))}
    </div>
  )
}

const NAMES = { fr: 'language.fr', en: 'language.en' } as const

/** The card as it goes out, in the reader's language first; the others are one press away. */
export function Preview({ previews }: { previews: readonly BroadcastPreview[] }) {
  const { say, language } = useGround().speech
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
      <CardLook preview={shown} />
    </>
  )
}
