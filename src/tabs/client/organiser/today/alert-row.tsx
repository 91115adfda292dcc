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

/** An alert. The first of the page has the primary button. */
export function AlertRow({ hand, first }: { hand: Alert; first: boolean }) {
  const { say } = useSession().translator
  const Icon = ICONS[hand.kind]
  return (
    <li className="hand">
      <span className="hand-icon" aria-hidden="true">
        <Icon />
      </span>
      <div className="hand-words">
        <p className="words">{hand.title}</p>
        <FactLine of={hand.about} />
      </div>
      <Button
        as="a"
        href={hand.href}
        appearance={first ? 'primary' : 'secondary'}
        aria-label={say('tab.act', { act: hand.act, text: hand.title })}
      >
        {hand.act}
      </Button>
    </li>
  )
}
