import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { type ReactNode, useEffect, useRef } from 'react'
import { hasMoved } from '../../host/address-changes.ts'
import { useSession } from '../../parts/page/context.tsx'
import { pageAddress } from './addresses.ts'

type Props = {
  readonly title: string
  /** A line above the title. */
  readonly about?: string
  /** Beside the title. */
  readonly children?: ReactNode
}

/** Back link and title, which takes the focus when the page opens. */
export function PageHead({ title, about, children }: Props) {
  const { translator } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!hasMoved()) return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = `${title} · ${translator.say('app.name')}`
  }, [title, translator])
  return (
    <header className="place-head">
      <nav aria-label={translator.say('place.back.name')}>
        <a className="place-back" href={pageAddress('')}>
          <ArrowLeft20Regular aria-hidden />
          {translator.say('tab.title')}
        </a>
      </nav>
      <div className="place-title">
        <div>
          {about && <p className="quiet place-about">{about}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {children}
      </div>
    </header>
  )
}
