import { type RefObject, useLayoutEffect, useRef } from 'react'
import { focusOn } from '../page/focus.ts'

/** Where the focus may go once its row is gone, the nearest first. */
function around(place: HTMLElement): readonly (HTMLElement | null | undefined)[] {
  const section = place.closest<HTMLElement>('section')
  return [
    place.closest<HTMLElement>('ul, ol'),
    section?.querySelector('h2'),
    document.querySelector<HTMLElement>('[role="dialog"] h2'),
    document.querySelector<HTMLElement>('main h1'),
  ]
}

/**
 * Keeps the focus near when an act takes away the button that was pressed: on the next button of the row, on the row, or on
 * what stood around it. `within`: whether the focus was there.
 */
export function useRowFocus<T extends HTMLElement>(): RefObject<T | null> {
  const place = useRef<T>(null)
  const within = useRef(false)
  useLayoutEffect(() => {
    const { current } = place
    const note = () => {
      within.current = true
    }
    const leave = (event: FocusEvent) => {
      // An element that is removed leaves the focus to nobody, and says nothing of where it goes.
      if (event.relatedTarget instanceof Node) within.current = false
    }
    current?.addEventListener('focusin', note)
    current?.addEventListener('focusout', leave)
    return () => {
      current?.removeEventListener('focusin', note)
      current?.removeEventListener('focusout', leave)
      if (!current?.contains(document.activeElement)) return
      const heirs = around(current)
      requestAnimationFrame(() => focusOn(heirs.find(heir => heir?.isConnected)))
    }
  }, [])
  useLayoutEffect(() => {
    if (!within.current || document.activeElement !== document.body) return
    focusOn(place.current?.querySelector<HTMLElement>('button') ?? place.current)
  })
  return place
}
