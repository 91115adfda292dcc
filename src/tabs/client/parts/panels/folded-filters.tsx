import { Button } from '@fluentui/react-components'
import { Options20Regular } from '@fluentui/react-icons/svg/options'
import { type ReactNode, useEffect, useId, useState } from 'react'

type Props = {
  /** How its classes begin: `…-unfold`, `…-choices`, `…-folded`. */
  readonly name: 'filters' | 'queue'
  readonly label: string
  /** Whether one of them is set: they are shown then. */
  readonly set?: boolean
  readonly children: ReactNode
}

/** Filters folded under a button: everywhere, or on a phone alone, as the styles of `name` say. */
export function FoldedFilters({ name, label, set = false, children }: Props) {
  const [unfolded, setUnfolded] = useState(set)
  const choices = useId()
  useEffect(() => {
    if (set) setUnfolded(true)
  }, [set])
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
