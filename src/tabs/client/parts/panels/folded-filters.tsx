import { Button } from '@fluentui/react-components'
import { Options20Regular } from '@fluentui/react-icons/svg/options'
import { type ReactNode, useId, useState } from 'react'

type Props = {
  /** How its classes begin: `…-unfold`, `…-choices`, `…-folded`. */
  readonly name: 'filters' | 'queue'
  readonly label: string
  readonly children: ReactNode
}

/** Filters, open where there is room and folded under a button on a phone. */
export function FoldedFilters({ name, label, children }: Props) {
  const [unfolded, setUnfolded] = useState(false)
  const choices = useId()
  return (
    <>
      <Button
        className={`${name}-unfold`}
        icon={<Options20Regular />}
        aria-expanded={unfolded}
        aria-controls={choices}
        onClick={() => setUnfolded(!unfolded)}
      >
        {label}
      </Button>
      <div id={choices} className={unfolded ? `${name}-choices` : `${name}-choices ${name}-folded`}>
        {children}
      </div>
    </>
  )
}
