import './paper.css'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'

/** What goes onto paper in place of the page: drawn while the browser prints, however it was asked to. `name`: of its own styles. */
export function Paper({ name, children }: { name: string; children: ReactNode }) {
  const [printing, print] = useState(false)
  // At once: the browser may be asked to print in the turn in which this is drawn.
  useLayoutEffect(() => {
    const begin = () => flushSync(() => print(true))
    const end = () => print(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  if (!printing) return null
  return createPortal(<div className={`paper paper-${name}`}>{children}</div>, document.body)
}
