import { Suspense, useEffect, useRef } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import type { Section } from './sections.ts'

type Props = { readonly sections: readonly Section[]; readonly current: Section | undefined }

/** The tab's sections as links; on a phone they scroll sideways, the current one in sight. */
export function SectionTabs({ sections, current }: Props) {
  const { say } = useSession().translator
  const list = useRef<HTMLUListElement>(null)
  const name = current?.name
  useEffect(() => {
    const row = list.current
    const here = name && row?.querySelector<HTMLElement>('[aria-current]')
    if (!row || !here) return
    // Not `scrollIntoView`: it would scroll the page too. At once, when a phone is turned, and when a count comes.
    const show = () => {
      row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2
    }
    show()
    // In the frame after: within the observer's own it may have to be told again, which browsers call an error.
    const seen = new ResizeObserver(() => requestAnimationFrame(show))
    for (const part of [row, ...row.children]) seen.observe(part)
    return () => seen.disconnect()
  }, [name])
  return (
    <nav className="tabs" aria-label={say('organiser.sections')}>
      <ul ref={list}>
        {sections.map(section => (
          <li key={section.name}>
            <a
              href={sectionAddress(section.name)}
              {...(section === current ? { 'aria-current': 'page' as const } : {})}
            >
              {say(section.label)}
              {section.Count && (
                <Suspense fallback={<span className="tab-room" />}>
                  <section.Count />
                </Suspense>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
