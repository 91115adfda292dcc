import type { ComponentProps } from 'react'
import type { SourceName } from '../../data/sources/sources.ts'
import { FoldedList } from '../../parts/lists/folded-list.tsx'
import { usePersonalTab } from './context.tsx'

type Props<T extends { readonly id: string }> = Omit<ComponentProps<typeof FoldedList<T>>, 'read'> & {
  /** Where the items come from, when not all of it is read at first. */
  readonly source?: SourceName
}

/** A folded list of the personal page's store. */
export function ShortList<T extends { readonly id: string }>({ source, ...list }: Props<T>) {
  const { cut, readOn } = usePersonalTab()
  return <FoldedList {...list} read={source && cut[source] ? () => readOn([source]) : undefined} />
}
