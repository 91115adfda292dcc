import { type ReactNode, useEffect, useRef } from 'react'

/** `quiet`: does not take the focus when it appears, as a field above it does. */
type Props = { readonly children: ReactNode; readonly quiet?: boolean }

/**
 * A focusable region for text in a dialog, so that it can be scrolled by keyboard. It takes the focus first, so that
 * reading starts at its top.
 */
export function ScrollStop({ children, quiet = false }: Props) {
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!quiet) top.current?.focus()
  }, [quiet])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div ref={top} tabIndex={0} className="answer">
      {children}
    </div>
  )
}
