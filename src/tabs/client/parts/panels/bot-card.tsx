import './bot-card.css'
import { Building20Regular } from '@fluentui/react-icons/svg/building'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Clock20Regular } from '@fluentui/react-icons/svg/clock'
import { Location20Regular } from '@fluentui/react-icons/svg/location'
import { Megaphone20Regular } from '@fluentui/react-icons/svg/megaphone'
import { People20Regular } from '@fluentui/react-icons/svg/people'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import type { CardBlock, CardPreview } from '../../../contract/bot-card.ts'

// Those of such a card; another is left out, as older Teams do.
const ICONS = {
  Book: Building20Regular,
  Building: Building20Regular,
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

/** A static picture of a button or field. */
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

/** A card as its recipient will see it, in their language. */
export function BotCard({ preview: { language, blocks } }: { preview: CardPreview }) {
  return (
    <div className="look" lang={language}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card's blocks never move
        <Block key={at} block={block} />
      ))}
    </div>
  )
}
