import { Button } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import type { ActState } from './act.tsx'
import { Turning } from './turning.tsx'

type Props = {
  readonly act: ActState
  /** Takes no press for now, though nothing runs. */
  readonly still?: boolean
  readonly children: ReactNode
  /** Absent for a form's own button. */
  readonly onPress?: () => void
  readonly type?: 'submit' | 'button'
  readonly appearance?: 'primary' | 'secondary' | 'subtle'
  readonly icon?: ReactElement
  readonly size?: 'small' | 'medium'
  readonly 'aria-label'?: string
}

/** A button that does an act. While it runs the button stays focusable, so that nobody loses their place. */
export function ActButton({ act, still = false, onPress, ...button }: Props) {
  return (
    <Button
      {...button}
      className={button.appearance === 'subtle' ? 'plain' : ''}
      disabledFocusable={act.busy || still}
      {...(onPress ? { onClick: onPress } : {})}
      {...(act.busy && !act.ahead ? { icon: <Turning /> } : {})}
    />
  )
}
