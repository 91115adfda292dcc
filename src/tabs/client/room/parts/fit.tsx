import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react'

/** Text is never made smaller than this part of its size: below, long words are broken. */
const LEAST = 0.3
const STEPS = 8

function fits({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1
}

function tryAt(box: HTMLElement, part: number): boolean {
  box.style.setProperty('--fit', String(part))
  return fits(box)
}

/** @returns the largest part of its size at which all of it can be read in its box, as it then stands */
function shrink(box: HTMLElement): number {
  delete box.dataset.broken
  if (tryAt(box, 1)) return 1
  let [low, high] = [LEAST, 1]
  if (!tryAt(box, LEAST)) {
    box.dataset.broken = 'yes'
    if (tryAt(box, 1)) return 1
  }
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (tryAt(box, middle)) low = middle
    else high = middle
  }
  tryAt(box, low)
  return low
}

type Props = {
  readonly children: ReactNode
  readonly className?: string
  /** Hears at which part of its size it fits, each time that is looked for. */
  readonly onFit?: (part: number) => void
}

/** A box whose text is made smaller until nothing of it is cut: `--fit` is the part of its size that its style sheet takes. */
export function Fit({ children, className = '', onFit }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const heard = useRef(onFit)
  heard.current = onFit
  const look = useCallback(() => {
    if (!ref.current) return
    const part = shrink(ref.current)
    heard.current?.(part)
  }, [])
  useLayoutEffect(look)
  useLayoutEffect(() => {
    if (!ref.current) return
    const seen = new ResizeObserver(look)
    seen.observe(ref.current)
    return () => seen.disconnect()
  }, [look])
  return (
    <div ref={ref} className={`fit ${className}`}>
      {children}
    </div>
  )
}
