import { Button } from '@fluentui/react-components'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import type { MethodCheckView, MethodFaultView } from '../../../contract/programme/method.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { ChangeTable } from './change-table.tsx'
import { standsText, subjectText } from './change-texts.ts'
import { wrongText } from './fault-texts.ts'

/** Characters, as the server says; see contract/programme/method.ts. */
const MOST = 200_000

type Examined = Exclude<MethodCheckView, { faults: unknown }>
type Chosen = { readonly name: string; readonly text: string; readonly view: MethodCheckView }

function Faults({ faults, more }: { faults: readonly MethodFaultView[]; more: boolean }) {
  const { translator } = useSession()
  const { say } = translator
  const rows = faults.map((fault, at) => ({ ...fault, key: String(at) }))
  const columns: readonly TableColumn<(typeof rows)[number]>[] = [
    {
      id: 'where',
      head: say('method.column.where'),
      cell: ({ line, column }) =>
        line > 0 ? say('method.where', { line, column }) : say('method.where.file'),
    },
    {
      id: 'path',
      head: say('method.column.key'),
      cell: ({ path }) => path && <code>{path}</code>,
    },
    { id: 'fault', head: say('method.column.fault'), cell: fault => wrongText(translator, fault) },
    {
      id: 'right',
      head: say('method.column.right'),
      cell: ({ example }) => example && <code>{example}</code>,
    },
  ]
  return (
    <div className="faults">
      <Notice tone="warning">{say('method.faulty', { count: faults.length })}</Notice>
      <DataTable caption={say('method.faults')} rows={rows} idOf={({ key }) => key} columns={columns} />
      {more && <p className="quiet">{say('method.more')}</p>}
    </div>
  )
}

/** Why none of it can be taken from here. */
function Barred({ changes }: Pick<Examined, 'changes'>) {
  const { translator, programme } = useSession()
  const { say } = translator
  const barred = changes.filter(each => each.barred)
  if (barred.length === 0) return null
  return (
    <Notice tone="warning">
      <p>{say('method.barred')}</p>
      <ul className="barred">
        {barred.map(change => (
          <li key={`${change.of} ${change.id}`}>
            {change.barred === 'standing'
              ? say('method.barred.standing', {
                  what: subjectText(translator, programme, change),
                  stands: standsText(translator, change),
                })
              : say('method.barred.running', { what: subjectText(translator, programme, change) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type Props = {
  readonly call: Call
  readonly taken: () => Promise<void>
  /** How many changes take effect when the server starts again. */
  readonly waiting: number
}

/** Import of a method file: chosen, compared with the stored programme, then applied as checked. */
export function MethodFilePanel({ call, taken, waiting }: Props) {
  const { translator, announce, confirm } = useSession()
  const { say } = translator
  const input = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [written, setWritten] = useState('')
  const checking = useAct()
  const writing = useAct()
  // What was pressed is gone, or no longer what comes next.
  useEffect(() => {
    if (chosen || written) heading.current?.focus()
  }, [chosen, written])
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    setWritten('')
    setChosen(undefined)
    const check = async () => {
      const text = file.size > MOST * 4 ? '' : await file.text()
      if (text === '' || text.length > MOST) throw new Failure('refusal', say('method.large'))
      const view = await call<MethodCheckView>('POST', '/programme/check', { text })
      setChosen({ name: file.name, text, view })
    }
    await checking.run(check, say('method.read', { name: file.name }))
  }
  const view = chosen?.view
  const found = view && 'checked' in view ? view : undefined
  const barred = found?.changes.some(each => each.barred)
  const write = async () => {
    if (!chosen || !found) return
    const take = () =>
      call<MethodCheckView>('POST', '/programme/import', { text: chosen.text, checked: found.checked })
    if (!(await writing.run(take, say('method.imported')))) return
    setChosen(undefined)
    await taken()
    setWritten(chosen.name)
  }
  const drop = () => {
    setChosen(undefined)
    announce(say('method.dropped'))
    confirm({ text: say('method.dropped') })
    input.current?.closest('section')?.querySelector('button')?.focus()
  }
  const offered = found && found.changes.length > 0 && !barred
  return (
    <>
      <section className="card panel" aria-label={say('method.file')}>
        <p>{say('method.rules')}</p>
        <p className="quiet">{say('method.restart')}</p>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml,application/yaml,text/yaml"
          aria-label={say('method.choose')}
          className="unseen"
          tabIndex={-1}
          onChange={event => void choose(event)}
        />
        <div className="acts">
          <ActButton
            act={checking}
            appearance={offered ? 'secondary' : 'primary'}
            onPress={() => input.current?.click()}
          >
            {say(chosen ? 'method.choose.other' : 'method.choose')}
          </ActButton>
        </div>
        <ActFailure act={checking} />
      </section>
      {written && (
        <section className="card panel">
          <h2 ref={heading} tabIndex={-1}>
            {written}
          </h2>
          <Notice tone="good">{say('method.done', { waiting })}</Notice>
        </section>
      )}
      {chosen && view && (
        <section className="card panel">
          <h2 ref={heading} tabIndex={-1}>
            {say(found ? 'method.seen' : 'method.mend', { name: chosen.name })}
          </h2>
          {found?.changes.length === 0 && <p>{say('method.nothing')}</p>}
          {found && <Barred changes={found.changes} />}
          {offered && (
            <>
              <p className="quiet">{say('method.whole')}</p>
              <div className="acts">
                <ActButton act={writing} appearance="primary" onPress={() => void write()}>
                  {say('method.import')}
                </ActButton>
                <Button onClick={drop} disabledFocusable={writing.busy}>
                  {say('method.drop')}
                </Button>
              </div>
            </>
          )}
          <ActFailure act={writing} />
          {'faults' in view && <Faults faults={view.faults} more={view.more} />}
        </section>
      )}
      {found && found.changes.length > 0 && (
        <section className="card panel method-changes">
          <ChangeTable
            caption={say('method.changes', { count: found.changes.length })}
            changes={found.changes}
          />
        </section>
      )}
    </>
  )
}
