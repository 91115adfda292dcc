import { Button } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import type { ActState } from './action.tsx'
import { Spinner } from './spinner.tsx'

type Props = {
  readonly act: ActState
  /** Takes no press for now, though nothing runs. */
  readonly still?: boolean
  /** Absent where an icon and a name say it. */
  readonly children?: ReactNode
  /** Absent for a form's own button. */
  readonly onPress?: () => void
  readonly type?: 'submit' | 'button'
  readonly appearance?: 'primary' | 'secondary' | 'subtle'
  /** Something is lost by it: the one red button. */
  readonly final?: boolean | undefined
  readonly icon?: ReactElement
  readonly size?: 'small' | 'medium'
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

/** A button that runs an act. It stays focusable meanwhile. */
export function ActButton({ act, still = false, final = false, onPress, ...button }: Props) {
  const subtle = button.appearance === 'subtle' ? 'plain' : ''
  return (
    <Button
      {...button}
      className={final ? 'final' : subtle}
      disabledFocusable={act.busy || still}
      {...(onPress ? { onClick: onPress } : {})}
      {...(act.busy && !act.ahead ? { icon: <Spinner /> } : {})}
    />
  )
}
