import { useEffect, useRef, useState } from 'react'
import type { CloseIdeasView, PlacedIdeaView } from '../../../contract/ideas/themes.ts'
import { useSession } from '../../parts/page/context.tsx'
import { sectionAddress } from '../parts/address.ts'
import { useBoard } from './board-context.ts'

/** Ideas of one call. */
const AT_ONCE = 20
export type CloseIdeasOf = CloseIdeasView['items'][number]['ideas']

/** The near-duplicates of the ideas that a list shows, asked for once each; without them the list is whole. */
export function useClose(shown: readonly PlacedIdeaView[] | undefined): ReadonlyMap<string, CloseIdeasOf> {
  const { axis, call } = useBoard()
  const asked = useRef(new Set<string>())
  const [close, setClose] = useState<ReadonlyMap<string, CloseIdeasOf>>(new Map())
  useEffect(() => {
    const ids = (shown ?? []).map(({ id }) => id).filter(id => !asked.current.has(id))
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      for (const id of some) asked.current.add(id)
      const wanted = new URLSearchParams({ axis, ids: some.join() })
      const keep = ({ items }: CloseIdeasView) =>
        setClose(before => new Map([...before, ...items.map(({ id, ideas }) => [id, ideas] as const)]))
      call<CloseIdeasView>('GET', `/themes/close?${wanted}`).then(keep, () => {})
    }
  }, [shown, axis, call])
  return close
}

/** « 2 idées proches », which unfolds them; they are joined, or not, where each is read. */
export function CloseIdeas({ ideas }: { ideas: CloseIdeasOf }) {
  const { say } = useSession().translator
  return (
    <details className="unfold theme-close">
      <summary>{say('theme.close', { count: ideas.length })}</summary>
      <ul className="rows">
        {ideas.map(({ id, text }) => (
          <li key={id}>
            <a className="words" href={sectionAddress('ideas', id)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
