import { type FocusEvent, useLayoutEffect, useRef } from 'react'
import { focusOn } from '../page/focus.ts'

/** Where the focus may go once its row is gone, the nearest first. */
function around(row: HTMLElement): readonly (HTMLElement | null | undefined)[] {
  const section = row.closest<HTMLElement>('section')
  return [
    row.closest<HTMLElement>('ul, ol'),
    section?.querySelector('h2'),
    document.querySelector<HTMLElement>('[role="dialog"] h2'),
    document.querySelector<HTMLElement>('main h1'),
  ]
}

/**
 * Keeps the focus near when an act takes away the button that was pressed: on the next button of the row, on the row, or on
 * what stood around it. @returns what the element around the buttons takes
 */
export function useRowFocus() {
  const place = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLElement>(null)
  const within = useRef(false)
  useLayoutEffect(() => {
    row.current = place.current?.closest<HTMLElement>('.step, li') ?? row.current
    if (!within.current || document.activeElement !== document.body) return
    focusOn(place.current?.querySelector<HTMLElement>('button') ?? row.current)
    within.current = place.current !== null
  })
  useLayoutEffect(
    () => () => {
      const { current } = row
      if (!current?.contains(document.activeElement)) return
      const heirs = around(current)
      requestAnimationFrame(() => focusOn(heirs.find(heir => heir?.isConnected)))
    },
    [],
  )
  return {
    ref: place,
    onFocus: () => {
      within.current = true
    },
    // An element that is removed leaves the focus to nobody, and says nothing of where it goes.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) within.current = false
    },
  }
}
