import { Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { Suspense, useEffect, useRef } from 'react'
import { useSession } from '../../parts/page/context.tsx'
import { barPlaceOf, sectionAddress } from '../parts/address.ts'
import type { Section } from './sections.ts'

type Props = { readonly sections: readonly Section[]; readonly current: Section | undefined }

/** Links to the tab's sections; on a phone they scroll sideways, the current one visible. « Réglages » keeps its place at the end. */
export function SectionTabs({ sections, current }: Props) {
  const { say } = useSession().translator
  const list = useRef<HTMLUListElement>(null)
  const here = current && barPlaceOf(current.name)
  const shown = sections.filter(({ name }) => barPlaceOf(name) === name)
  const isHere = (name: Section['name']) => (name === here ? { 'aria-current': 'page' as const } : {})
  useEffect(() => {
    const row = list.current
    const tab = here && row?.querySelector<HTMLElement>('[aria-current]')
    if (!row || !tab) return
    // Not `scrollIntoView`: it would scroll the page too. At once, when a phone is turned, and when a count comes.
    const show = () => {
      row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2
    }
    show()
    // In the next frame: a resize within the observer's own callback is an error in browsers.
    const seen = new ResizeObserver(() => requestAnimationFrame(show))
    for (const part of [row, ...row.children]) seen.observe(part)
    return () => seen.disconnect()
  }, [here])
  return (
    <nav className="tabs" aria-label={say('organiser.sections')}>
      <div className="tabs-row">
        <ul ref={list}>
          {shown
            .filter(({ name }) => name !== 'settings')
            .map(({ name, label, Count }) => (
              <li key={name}>
                <a href={sectionAddress(name)} {...isHere(name)}>
                  {say(label)}
                  {Count && (
                    <Suspense fallback={<span className="tab-room" />}>
                      <Count />
                    </Suspense>
                  )}
                </a>
              </li>
            ))}
        </ul>
        {shown.some(({ name }) => name === 'settings') && (
          <a className="tabs-settings" href={sectionAddress('settings')} {...isHere('settings')}>
            <Settings20Regular aria-hidden="true" />
            {say('section.settings')}
          </a>
        )}
      </div>
    </nav>
  )
}
