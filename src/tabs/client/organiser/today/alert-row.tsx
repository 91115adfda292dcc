import { Button } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { CalendarToday20Regular } from '@fluentui/react-icons/svg/calendar-today'
import { ChatOff20Regular } from '@fluentui/react-icons/svg/chat-off'
import { ClipboardTaskListLtr20Regular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import { Flag20Regular } from '@fluentui/react-icons/svg/flag'
import { HourglassHalf20Regular } from '@fluentui/react-icons/svg/hourglass-half'
import { Lightbulb20Regular } from '@fluentui/react-icons/svg/lightbulb'
import { PersonAdd20Regular } from '@fluentui/react-icons/svg/person-add'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { Vote20Regular } from '@fluentui/react-icons/svg/vote'
import { Warning20Regular } from '@fluentui/react-icons/svg/warning'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import type { Alert, AlertKind } from './alert.ts'

const ICONS: Readonly<Record<AlertKind, FluentIcon>> = {
  workshop: CalendarToday20Regular,
  reported: Warning20Regular,
  remarks: Warning20Regular,
  idea: Lightbulb20Regular,
  step: ClipboardTaskListLtr20Regular,
  ballot: Vote20Regular,
  broadcast: Send20Regular,
  announced: Flag20Regular,
  waiting: HourglassHalf20Regular,
  pilot: PersonAdd20Regular,
  reach: ChatOff20Regular,
}

/** An alert: the way to it is its title. The first of the page has the primary button, a workshop one that says what it needs. */
export function AlertRow({ hand, first }: { hand: Alert; first: boolean }) {
  const { say } = useSession().translator
  const { kind, title, about, act, href } = hand
  const Icon = ICONS[kind]
  const label = say('tab.act', { act, text: title })
  const pressed = first || kind === 'workshop'
  return (
    <li className="hand">
      <span className="hand-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="hand-words">
        {pressed ? (
          <p className="words">{title}</p>
        ) : (
          <a className="words hand-link" href={href} aria-label={label}>
            {title}
          </a>
        )}
        <FactLine of={about} />
      </div>
      {pressed && (
        <Button as="a" href={href} appearance={first ? 'primary' : 'secondary'} aria-label={label}>
          {act}
        </Button>
      )}
    </li>
  )
}
