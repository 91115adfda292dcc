import { type ReactNode, useEffect, useRef } from 'react'

/** `quiet`: does not take the focus when it appears, as a field above it does. */
type Props = { readonly children: ReactNode; readonly quiet?: boolean }

/**
 * What is to be read in a dialog, a stop of its own: it may scroll, and nothing else in it would let a keyboard do it.
 * It takes the focus first, so that reading begins at its top.
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
