import { Suspense, useEffect, useRef } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import type { Section } from './sections.ts'

type Props = { readonly sections: readonly Section[]; readonly current: Section | undefined }

/** Links to the tab's sections; on a phone they scroll sideways, the current one visible. */
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
    // In the next frame: a resize within the observer's own callback is an error in browsers.
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
