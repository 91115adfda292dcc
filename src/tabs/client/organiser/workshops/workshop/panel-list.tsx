import { type ComponentType, type LazyExoticComponent, Suspense } from 'react'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'

type ListedPanel<Props> = {
  readonly name: string
  readonly Panel: LazyExoticComponent<ComponentType<Props>>
}

const partOf = (name: string) => `part-${name}`

/** Leads the reader to a panel of the page: its heading takes the focus. */
export function goToPanel(name: string): void {
  const heading = document.querySelector<HTMLElement>(`#${partOf(name)} :is(h2, h3)`)
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start' })
}

/** The panels of a page, side by side where there is room, each loaded on demand. */
export function PanelList<Props extends object>({
  of,
  panels,
  props,
}: {
  /** Id of the workshop: panels of another begin anew. */
  readonly of: string
  readonly panels: readonly ListedPanel<Props>[]
  readonly props: Props
}) {
  return (
    <div className="sheet-parts">
      {panels.map(({ name, Panel }) => (
        <div key={`${of} ${name}`} id={partOf(name)} className="sheet-part">
          <Suspense fallback={<SkeletonRows />}>
            <Panel {...props} />
          </Suspense>
        </div>
      ))}
    </div>
  )
}
