import { Button } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import type { Page } from '../../../../contract/primitives.ts'
import type { NeedView } from '../../../../contract/workshops/needs.ts'
import type { Call } from '../../../data/api/call.ts'
import { type Failure, failureOf } from '../../../data/api/failure.ts'
import { ReadOn } from '../../../parts/lists/read-on.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { failureText } from '../../../parts/words/failure-text.ts'

/** « Besoins pratiques » of workshop `id`: read on purpose alone, as the journal keeps that it was. */
export function NeedsFold({ id, call }: { id: string; call: Call }) {
  const { translator, me } = useSession()
  const { say } = translator
  const title = useId()
  const list = useRef<HTMLUListElement>(null)
  const [page, setPage] = useState<Page<NeedView>>()
  const [failure, fail] = useState<Failure>()
  if (me.role !== 'organiser') return null
  const read = async () => {
    const after = page?.next === undefined ? '' : `?after=${encodeURIComponent(page.next)}`
    const path = `/workshops/${encodeURIComponent(id)}/needs${after}`
    try {
      const { items, next } = await call<Page<NeedView>>('GET', path)
      setPage({ items: [...(page?.items ?? []), ...items], ...(next !== undefined && { next }) })
      fail(undefined)
    } catch (thrown) {
      fail(failureOf(thrown))
    }
  }
  return (
    <details className="unfold">
      <summary id={title}>{say('workshop.needs')}</summary>
      <p className="quiet">{say('needs.rules')}</p>
      {!page && <Button onClick={() => void read()}>{say('needs.open')}</Button>}
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {page?.items.length === 0 && <p role="status">{say('needs.none')}</p>}
      {page && page.items.length > 0 && (
        <ul className="rows roll" ref={list} tabIndex={-1} aria-labelledby={title}>
          {page.items.map(({ person, name, text }) => (
            <li key={person} tabIndex={-1} className="need">
              <p className="words">{name || say('day.nameless')}</p>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      )}
      {page && (
        <ReadOn read={page.next === undefined ? undefined : read} list={list} count={page.items.length} />
      )}
    </details>
  )
}
