import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react'
import type { Call } from '../../data/api/call.ts'
import { tellReady } from '../../host/connection.ts'
import { onBack } from '../../host/navigation.ts'
import { ErrorBoundary } from '../../parts/notices/error-boundary.tsx'
import { FailurePage, StaleNotice } from '../../parts/notices/failure-page.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { AheadPart } from '../../parts/page/ahead.tsx'
import { Announcer } from '../../parts/page/announcer.tsx'
import { ConfirmationPlace } from '../../parts/page/confirmation.tsx'
import { SessionContext } from '../../parts/page/context.tsx'
import { useSessionState } from '../../parts/start/session.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { goBack, useAddress } from '../parts/address.ts'
import { UnderHead } from '../parts/under-head.ts'
import { SectionTabs } from './section-tabs.tsx'
import { SECTIONS } from './sections.ts'
import { OrganiserSkeleton } from './skeleton.tsx'
import { SkipLink } from './skip-link.tsx'
import { useFacilitated } from './use-facilitated.ts'

const CONTENT = 'section'
const Checks = lazy(() => import('./observer-checks.tsx'))

/** The organisers' tab: its sections, and the one that the address names. */
export function OrganiserPage({ call, locale }: { call: Call; locale: string }) {
  const { session, said, confirmation, translator, failure, loadedAt, retry } = useSessionState(call, locale)
  const place = useAddress()
  const main = useRef<HTMLElement>(null)
  const role = session?.me.role
  const offered = SECTIONS.filter(({ roles }) => role && roles.includes(role))
  const { any, failure: unknown, again } = useFacilitated(call, role !== undefined && offered.length === 0)
  const sections = any ? SECTIONS.filter(({ name }) => name === 'workshops') : offered
  const current = place.name ? sections.find(({ name }) => name === place.name) : sections[0]
  const label = current && translator.say(current.label)
  const known = sections.length > 0 || any !== undefined || unknown !== undefined
  const page = `${place.name}/${place.path.join('/')}`
  useEffect(() => onBack(goBack), [])
  useEffect(() => {
    if (session) tellReady()
  }, [session])
  // Before the effects of the section, whose head may know a better title.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page begins with the title of its section
  useLayoutEffect(() => {
    document.title = `${label ?? translator.say('organiser.title')} · ${translator.say('app.name')}`
  }, [label, translator, page])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever held the focus on the page before may be gone
  useLayoutEffect(() => {
    if (document.activeElement === document.body && history.state?.depth > 0) main.current?.focus()
  }, [page])
  if (!session) {
    if (failure) return <FailurePage failure={failure} translator={translator} retry={retry} />
    return <OrganiserSkeleton language={translator.language} />
  }
  const trouble = failure ?? unknown
  const checks = role === 'observer' && current === sections[0] && place.path.length === 0 && (
    <Suspense>
      <Checks key={page} open={!place.name} />
    </Suspense>
  )
  return (
    <SessionContext value={session}>
      {sections.length > 1 && (
        <>
          <SkipLink to={CONTENT} />
          <SectionTabs sections={sections} current={current} />
        </>
      )}
      <ConfirmationPlace confirmation={confirmation} />
      <main ref={main} id={CONTENT} tabIndex={-1} className="page organiser" aria-busy={!known}>
        {/* A section says it of its own, and once is enough. */}
        {trouble && !current && (
          <StaleNotice
            failure={trouble}
            loadedAt={loadedAt}
            retry={() => Promise.all([retry(), again()]).then(() => {})}
          />
        )}
        {!known && <SkeletonRows />}
        {known && !current && !trouble && (
          <>
            <h1>{translator.say('organiser.title')}</h1>
            <Notice tone="neutral">
              {translator.say(sections.length > 0 ? 'organiser.elsewhere' : 'organiser.closed')}
            </Notice>
          </>
        )}
        {current && (
          <ErrorBoundary key={current.name} translator={translator}>
            <Suspense fallback={<SkeletonRows />}>
              <UnderHead value={checks}>
                <AheadPart of={current.page} props={{ call, path: place.path, reading: !session.acting }} />
              </UnderHead>
            </Suspense>
          </ErrorBoundary>
        )}
      </main>
      <Announcer said={said} />
    </SessionContext>
  )
}
