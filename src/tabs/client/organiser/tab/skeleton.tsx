import type { WholeLanguage } from '../../../../kernel/text/language.ts'
import { SkeletonRows, TabSkeleton } from '../../parts/start/skeleton.tsx'

/** The whole page before Teams answers: its tabs, and a section. */
export function OrganiserSkeleton({ language }: { language: WholeLanguage }) {
  return (
    <>
      <div className="tabs tabs-bones" aria-hidden="true" />
      <TabSkeleton language={language} tab="organiser">
        <SkeletonRows />
      </TabSkeleton>
    </>
  )
}
