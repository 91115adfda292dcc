import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { Warning20Regular } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'

const ICONS = {
  good: Checkmark20Regular,
  neutral: Info20Regular,
  warning: Warning20Regular,
  danger: Warning20Regular,
}
type NoticeTone = keyof typeof ICONS

/** What was done or could not be, where it happened. A failure interrupts a screen reader; the rest does not. */
export function Notice({
  tone,
  children,
  action,
}: {
  tone: NoticeTone
  children: ReactNode
  action?: ReactNode
}) {
  const Icon = ICONS[tone]
  const urgent = tone === 'warning' || tone === 'danger'
  return (
    <div className={`notice notice-${tone}`} {...(urgent ? { role: 'alert' } : {})}>
      <Icon aria-hidden />
      <div className="notice-text">{children}</div>
      {action}
    </div>
  )
}
