import { type RefObject, useLayoutEffect, useState } from 'react'

type Size = {
  readonly width: number
  readonly height: number
  /** Between two columns, and between two cards of one. */
  readonly gap: number
  readonly between: number
}

/** The size of what holds the columns, and the gaps (px), followed as the window changes. */
export function useRoom(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0, gap: 0, between: 0 })
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const look = () => {
      const { columnGap, rowGap } = getComputedStyle(box)
      setSize({
        width: box.clientWidth,
        height: box.clientHeight,
        gap: Number.parseFloat(columnGap) || 0,
        between: Number.parseFloat(rowGap) || 0,
      })
    }
    look()
    const seen = new ResizeObserver(look)
    seen.observe(box)
    return () => seen.disconnect()
  }, [ref])
  return size
}
