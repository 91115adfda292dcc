import type { WholeLanguage } from '../../../../kernel/text/language.ts'
import { SkeletonRows, TabSkeleton } from '../../parts/start/skeleton.tsx'

/** The cards' places before they are read. */
export function ListSkeleton() {
  return <SkeletonRows kind="bone-initiative" count={6} within="initiatives" />
}

/** A sheet's shape before it is read. */
export function SheetSkeleton() {
  return (
    <div className="sheet-bones" aria-hidden="true">
      <div className="bone bone-sheet-head" />
      <SkeletonRows kind="bone-sheet" count={2} within="sheet-columns" />
    </div>
  )
}

/** The whole page before Teams answers. */
export function GallerySkeleton({ language }: { language: WholeLanguage }) {
  return (
    <TabSkeleton language={language} tab="gallery">
      <ListSkeleton />
    </TabSkeleton>
  )
}
