import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type Props = {
  readonly href: string
  readonly filled?: boolean
  readonly subtle?: boolean
  readonly size?: 'small' | 'medium'
  readonly children: ReactNode
  readonly 'aria-label'?: string
}

/** A link to another place of the tab that looks like the buttons beside it. */
export function LinkButton({ href, filled = false, subtle = false, ...rest }: Props) {
  const appearance = filled ? 'primary' : subtle ? 'subtle' : 'secondary'
  return (
    <Button
      as="a"
      href={href}
      appearance={appearance}
      className={`link-button link-${appearance}`}
      {...rest}
    />
  )
}
