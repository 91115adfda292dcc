import { type ReactNode, useEffect, useState } from 'react'
import { SECOND } from '../../../../kernel/time/clock.ts'
import { evenly } from './evenly.ts'
import { Fit } from './fit.tsx'
import { PageNumber } from './page-number.tsx'
import { useTurning } from './turning.ts'

/** Long enough to read a page (ms). */
const EVERY = 8 * SECOND

type Props<T> = {
  readonly items: readonly T[]
  /** Tells whether they are still the same ones, read again. */
  readonly about: string
  readonly className: string
  /** Below this part of its size a text is not read at ten metres: what remains waits for a page of its own. */
  readonly least: number
  readonly children: (items: readonly T[]) => ReactNode
}

/** Things that stand together while they can be read from afar, and else on pages that turn by themselves. */
export function PagedFit<T>({ items, about, className, least, children }: Props<T>) {
  const [most, setMost] = useState(Number.POSITIVE_INFINITY)
  const pages = evenly(items, Math.min(most, items.length))
  const size = pages[0]?.length ?? 0
  const { at } = useTurning(pages.length, EVERY)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of other things, or in another window, it begins anew
  useEffect(() => {
    const anew = () => setMost(Number.POSITIVE_INFINITY)
    anew()
    addEventListener('resize', anew)
    return () => removeEventListener('resize', anew)
  }, [about])
  return (
    <>
      <Fit
        className={className}
        onFit={part => {
          if (part < least && size > 1) setMost(size - 1)
        }}
      >
        {children(pages[at] ?? [])}
      </Fit>
      <PageNumber at={at} pages={pages.length} />
    </>
  )
}
