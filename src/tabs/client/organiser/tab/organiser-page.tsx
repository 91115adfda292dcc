import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react'
import type { Call } from '../../data/api/call.ts'
import { tellReady } from '../../host/connection.ts'
import { onBack } from '../../host/navigation.ts'
import { Guard } from '../../parts/notices/error-boundary.tsx'
import { StaleNotice, Trouble } from '../../parts/notices/failure-page.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { DonePlace } from '../../parts/page/confirmation.tsx'
import { GroundContext } from '../../parts/page/context.tsx'
import { useStanding } from '../../parts/start/session.ts'
import { goBack, usePlace } from '../parts/address.ts'
import { UnderHead } from '../parts/under-head.ts'
import { SectionTabs } from './section-tabs.tsx'
import { SECTIONS } from './sections.ts'
import { Bones, OrganiserSkeleton } from './skeleton.tsx'
import { SkipLink } from './skip-link.tsx'
import { useFacilitated } from './use-facilitated.ts'

const CONTENT = 'section'
const Checks = lazy(() => import('./observer-checks.tsx'))

/** The organisers' tab: its sections, and the one that the address names. */
export function OrganiserPage({ call, locale }: { call: Call; locale: string }) {
  const { ground, said, told, speech, failure, loadedAt, retry } = useStanding(call, locale)
  const place = usePlace()
  const main = useRef<HTMLElement>(null)
  const role = ground?.me.role
  const offered = SECTIONS.filter(({ roles }) => role && roles.includes(role))
  const { any, failure: unknown, again } = useFacilitated(call, role !== undefined && offered.length === 0)
  const sections = any ? SECTIONS.filter(({ name }) => name === 'workshops') : offered
  const current = place.name ? sections.find(({ name }) => name === place.name) : sections[0]
  const label = current && speech.say(current.label)
  const known = sections.length > 0 || any !== undefined || unknown !== undefined
  const page = `${place.name}/${place.path.join('/')}`
  useEffect(() => onBack(goBack), [])
  useEffect(() => {
    if (ground) tellReady()
  }, [ground])
  // Before the effects of the section, whose head may know a better title.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page begins with the title of its section
  useLayoutEffect(() => {
    document.title = `${label ?? speech.say('organiser.title')} · ${speech.say('app.name')}`
  }, [label, speech, page])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever held the focus on the page before may be gone
  useLayoutEffect(() => {
    if (document.activeElement === document.body && history.state?.depth > 0) main.current?.focus()
  }, [page])
  if (!ground) {
    if (failure) return <Trouble failure={failure} speech={speech} retry={retry} />
    return <OrganiserSkeleton language={speech.language} />
  }
  const trouble = failure ?? unknown
  const checks = role === 'observer' && current === sections[0] && place.path.length === 0 && (
    <Suspense>
      <Checks key={page} open={!place.name} />
    </Suspense>
  )
  return (
    <GroundContext value={ground}>
      {sections.length > 1 && (
        <>
          <SkipLink to={CONTENT} />
          <SectionTabs sections={sections} current={current} />
        </>
      )}
      <DonePlace told={told} />
      <main ref={main} id={CONTENT} tabIndex={-1} className="page organiser" aria-busy={!known}>
        {/* A section says it of its own, and once is enough. */}
        {trouble && !current && (
          <StaleNotice
            failure={trouble}
            loadedAt={loadedAt}
            retry={() => Promise.all([retry(), again()]).then(() => {})}
          />
        )}
        {!known && <Bones />}
        {known && !current && !trouble && (
          <>
            <h1>{speech.say('organiser.title')}</h1>
            <Notice tone="neutral">
              {speech.say(sections.length > 0 ? 'organiser.elsewhere' : 'organiser.closed')}
            </Notice>
          </>
        )}
        {current && (
          <Guard key={current.name} speech={speech}>
            <Suspense fallback={<Bones />}>
              <UnderHead value={checks}>
                <current.Page call={call} path={place.path} reading={!ground.acting} />
              </UnderHead>
            </Suspense>
          </Guard>
        )}
      </main>
      <Announcer said={said} />
    </GroundContext>
  )
}
