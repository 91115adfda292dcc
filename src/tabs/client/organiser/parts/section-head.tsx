import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { takeArrival, useAddress } from './address.ts'
import { UnderHead } from './under-head.ts'

/** A breadcrumb; without an address, the current page. */
export type Crumb = { readonly text: string; readonly href?: string }

type Props = {
  readonly title: string
  readonly trail?: readonly Crumb[]
  /** The state's badge, beside the title. */
  readonly badge?: ReactNode
  /** A line under the title. */
  readonly about?: ReactNode
  /** Buttons; under the title on a phone. */
  readonly acts?: ReactNode
}

/** The head of one page of a section. It takes the focus when the person comes from another, and names the document. */
export function SectionHead({ title, trail = [], badge, about, acts }: Props) {
  const { translator } = useSession()
  const { name, path } = useAddress()
  const page = [name, ...path].join('/')
  const heading = useRef<HTMLHeadingElement>(null)
  const under = useContext(UnderHead)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again on each page
  useEffect(() => {
    if (!takeArrival()) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [page])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page before had another title
  useEffect(() => {
    document.title = `${title} · ${translator.say('app.name')}`
  }, [title, translator, page])
  return (
    <>
      <header className="section-top">
        <div className="section-words">
          {trail.length > 0 && (
            <nav className="crumbs" aria-label={translator.say('organiser.trail')}>
              <ol>
                {trail.map(({ text, href }) => (
                  <li key={text}>
                    {href ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <div className="section-title">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {badge}
          </div>
          {about && <div className="section-about">{about}</div>}
        </div>
        {acts && <div className="acts section-acts">{acts}</div>}
      </header>
      {under}
    </>
  )
}
