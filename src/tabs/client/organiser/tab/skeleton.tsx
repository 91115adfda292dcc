import type { Language } from '../../../../kernel/text/language.ts'
import { Bones, TabSkeleton } from '../../parts/start/skeleton.tsx'

export { Bones }

/** The whole page before Teams answers: its tabs, and a section. */
export function OrganiserSkeleton({ language }: { language: Language }) {
  return (
    <>
      <div className="tabs tabs-bones" aria-hidden="true" />
      <TabSkeleton language={language} tab="organiser">
        <Bones />
      </TabSkeleton>
    </>
  )
}
