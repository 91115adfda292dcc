import { Button } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Call } from '../../data/api/call.ts'
import { hasMoved } from '../../host/address-changes.ts'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { failureText } from '../../parts/words/failure-text.ts'
import { FileImport } from './file-import.tsx'
import { HarvestForm } from './harvest-form.tsx'
import type { LinePresets } from './lines.ts'
import type { LineQueue } from './queue.ts'
import { SentList } from './sent-list.tsx'
import { TableVote } from './table-vote.tsx'
import { UnsentList } from './unsent-list.tsx'
import { type HarvestSession, type ReadHarvest, useSending } from './use-harvest.ts'

type Props = {
  readonly call: Call
  readonly view: ReadHarvest
  readonly queue: LineQueue
  readonly table: string
  readonly choose: (table: string) => void
  /** Reads again what the harvest has. */
  readonly again: () => void
  /** To the workshop's page, where one came from it. */
  readonly back: (() => void) | undefined
  readonly leave: () => void
}

/** State of the network, or a refusal that stops sending. */
function Trouble({ harvesting }: { harvesting: HarvestSession }) {
  const { translator } = useSession()
  const { failure, lines, go } = harvesting
  const count = lines.filter(({ state }) => state === 'kept' || state === 'undo').length
  if (!failure || count === 0) return null
  const again = <Button onClick={go}>{translator.say('error.retry')}</Button>
  const said =
    failure.kind === 'offline'
      ? translator.say('harvest.offline', { count })
      : failureText(failure, translator, 'act')
  return (
    <Notice tone={failure.kind === 'offline' ? 'neutral' : 'warning'} action={again}>
      {said}
    </Notice>
  )
}

/** The page of one person for one workshop: what is to be typed, what waits, what arrived. */
export function Harvest({ call, view, queue, table, choose, again, back, leave }: Props) {
  const { translator, announce } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasMoved()) heading.current?.focus()
  }, [])
  const [refused, setRefused] = useState('')
  const undone = useCallback(
    (why: string) => {
      setRefused(why)
      announce(why || translator.say('undone'))
    },
    [announce, translator],
  )
  const harvesting = useSending({ call, queue, workshop: view.id, undone, settled: again })
  const known = queue.presets()
  const [presets, setPresets] = useState<Omit<LinePresets, 'table'>>({
    axis: known?.axis ?? view.axis,
    by: known?.by ?? 'table',
    name: known?.name ?? '',
  })
  const put = (change: Partial<LinePresets>) => {
    const next = { ...presets, table, ...change }
    queue.putPresets(next)
    setPresets(next)
    if (change.table !== undefined) choose(change.table)
  }
  useEffect(() => {
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [again])
  const { sent, gone } = harvesting
  const before = view.items.filter(
    ({ id, key }) => !gone.has(key ?? '') && !sent.some(each => each.id === id),
  )
  const count = view.count + sent.filter(({ at }) => at > view.readAt).length
  const { say, shortDay } = translator
  return (
    <main className="page harvest">
      <header className="harvest-head">
        <p className="quiet">{`${view.title} · ${shortDay(view.startsAt)}`}</p>
        <div className="harvest-title">
          <h1 ref={heading} tabIndex={-1}>
            {table === '' ? say('harvest.title.all') : say('harvest.title', { table })}
          </h1>
          <StateBadge tone="brand">{say('harvest.count', { count })}</StateBadge>
        </div>
      </header>
      {!queue.keeps() && <Notice tone="warning">{say('harvest.memory')}</Notice>}
      <HarvestForm
        queue={queue}
        presets={{ ...presets, table }}
        put={put}
        send={texts => {
          setRefused('')
          harvesting.add(texts.map(text => ({ ...presets, table, text })))
          announce(say('harvest.sending', { count: texts.length }))
        }}
      />
      <Trouble harvesting={harvesting} />
      {refused && <Notice tone="warning">{refused}</Notice>}
      <UnsentList harvesting={harvesting} />
      <SentList ideas={[...sent, ...before]} count={count} harvesting={harvesting} />
      <FileImport call={call} workshop={view.id} presets={{ ...presets, table }} add={harvesting.add} />
      <TableVote call={call} workshop={view.id} table={table} />
      <p>
        <Button appearance="subtle" onClick={back ?? leave}>
          {say(back ? 'harvest.leave.workshop' : 'harvest.leave')}
        </Button>
      </p>
    </main>
  )
}
