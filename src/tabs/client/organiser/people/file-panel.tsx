import { Button, ProgressBar } from '@fluentui/react-components'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import type { FileCheckView } from '../../../contract/people/file.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { receive } from '../parts/download.ts'
import { base64Of, download } from '../parts/file.ts'
import { DifferenceTables, losesMost, type PeopleFileDifference, Tally } from './difference.tsx'
import { faultText, linesText, remedyText } from './file-texts.ts'

/** As the server says; see contract/people/file.ts. */
const MOST_BYTES = 3_000_000

type Refused = Extract<FileCheckView, { faults: unknown }>
type Chosen = { readonly name: string; readonly file: string; readonly view: FileCheckView }
type Written = { readonly name: string; readonly view: PeopleFileDifference }

type FaultsProps = { readonly call: Call; readonly file: string; readonly faults: Refused['faults'] }

/** Faults grouped by kind; line by line in a file, for the author of the people file. */
function Faults({ call, file, faults: { first, count, lines } }: FaultsProps) {
  const { translator, programme } = useSession()
  const { say } = translator
  const act = useAct()
  const rows = first.map((fault, at) => ({ ...fault, key: String(at) }))
  const columns: readonly TableColumn<(typeof rows)[number]>[] = [
    {
      id: 'why',
      head: say('staff.file.fault'),
      cell: fault => capitalised(faultText(translator, programme, fault)),
    },
    {
      id: 'lines',
      head: say('staff.file.lines'),
      cell: fault => <span className="file-lines">{linesText(translator, fault)}</span>,
    },
    { id: 'fix', head: say('staff.file.fix'), cell: fault => capitalised(remedyText(translator, fault)) },
  ]
  const take = async () => {
    const path = '/people/file/faults'
    save(await receive(call, { path, body: { file }, heard: () => {} }, new AbortController()))
  }
  return (
    <section className="card panel">
      <Notice tone="warning">{say('roster.refused', { count: lines })}</Notice>
      <DataTable caption={say('staff.file.faults')} rows={rows} idOf={({ key }) => key} columns={columns} />
      {count > first.length && (
        <p className="quiet">{say('roster.more-faults', { count: count - first.length })}</p>
      )}
      <div className="acts">
        <ActButton act={act} onPress={() => void act.run(take, say('direction.export.done'))}>
          {say('staff.file.faults.take')}
        </ActButton>
      </div>
      <ActFailure act={act} />
    </section>
  )
}

function useSample(): () => void {
  const { translator, programme } = useSession()
  const { say } = translator
  return () => {
    const [first, second = first] = programme.directions
    const name = (at: number) => `${say('staff.sample.name')} ${at}`
    const rows = [
      ['email', 'name', 'direction', 'roles'],
      ['prenom.nom1@example.org', name(1), first?.id ?? '', ''],
      ['prenom.nom2@example.org', name(2), first?.id ?? '', say('role.pilot')],
      ['prenom.nom3@example.org', name(3), [first?.id, second?.id].join('|'), say('role.manager')],
      ['prenom.nom4@example.org', name(4), '', say('role.observer')],
    ]
    download('personnes.csv', `\uFEFF${rows.map(cells => cells.join(';')).join('\r\n')}\r\n`, 'text/csv')
  }
}

/** Import of the people file: chosen, checked, then applied as checked. */
export function FilePanel({ call }: { call: Call }) {
  const { translator, announce, confirm } = useSession()
  const { say } = translator
  const input = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const [written, setWritten] = useState<Written>()
  const checking = useAct()
  const writing = useAct()
  const sample = useSample()
  // What was pressed is gone, or no longer what comes next.
  useEffect(() => {
    if (chosen || written) heading.current?.focus()
  }, [chosen, written])
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    setWritten(undefined)
    setChosen(undefined)
    const check = async () => {
      // The server would not even read it.
      if (file.size > MOST_BYTES)
        throw new Failure('refusal', say('staff.file.large', { max: MOST_BYTES / 1_000_000 }))
      const bytes = await base64Of(file)
      const view = await call<FileCheckView>('POST', '/people/file/check', { file: bytes })
      setChosen({ name: file.name, file: bytes, view })
    }
    await checking.run(check, say('staff.file.read', { name: file.name }))
  }
  const view = chosen?.view
  const found = view && 'checked' in view ? view : undefined
  const nothing = found && found.added.count + found.changed.count + found.leaving.count === 0
  const write = async () => {
    if (!chosen || !found) return
    const take = () =>
      call<FileCheckView>('POST', '/people/file/import', { file: chosen.file, checked: found.checked })
    if (!(await writing.run(take, say('staff.file.done')))) return
    setChosen(undefined)
    setWritten({ name: chosen.name, view: found })
  }
  const drop = () => {
    setChosen(undefined)
    announce(say('staff.file.dropped'))
    confirm({ text: say('staff.file.dropped') })
    input.current?.closest('section')?.querySelector('button')?.focus()
  }
  const busy = checking.busy || writing.busy
  return (
    <>
      <Panel title={say('staff.file.title')}>
        <p>{say('staff.file.rules')}</p>
        <p className="quiet">{say('staff.file.columns')}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label={say('staff.file.choose')}
          className="unseen"
          tabIndex={-1}
          onChange={event => void choose(event)}
        />
        <div className="acts">
          <ActButton
            act={checking}
            appearance={found && !nothing ? 'secondary' : 'primary'}
            onPress={() => input.current?.click()}
          >
            {say(chosen ? 'staff.file.other' : 'staff.file.choose')}
          </ActButton>
          <Button onClick={sample}>{say('staff.sample')}</Button>
        </div>
        <ActFailure act={checking} />
        {busy && (
          <div className="progress">
            <p id="file-progress">{say(writing.busy ? 'staff.file.writing' : 'staff.file.reading')}</p>
            <ProgressBar aria-labelledby="file-progress" />
          </div>
        )}
      </Panel>
      {written && (
        <section className="card panel">
          <h2 ref={heading} tabIndex={-1}>
            {say('staff.file.report', { name: written.name })}
          </h2>
          <Notice tone="good">{say('staff.file.done')}</Notice>
          <Tally found={written.view} />
          <p className="quiet">{say('staff.file.kept')}</p>
        </section>
      )}
      {chosen && view && 'faults' in view && (
        <>
          <h2 ref={heading} tabIndex={-1} className="file-name">
            {chosen.name}
          </h2>
          <Faults call={call} file={chosen.file} faults={view.faults} />
        </>
      )}
      {chosen && found && (
        <>
          <section className="card panel">
            <h2 ref={heading} tabIndex={-1}>
              {say('staff.file.seen', { name: chosen.name })}
            </h2>
            <Tally found={found} />
            {nothing ? (
              <p>{say('staff.file.nothing')}</p>
            ) : (
              <>
                <p className="quiet">{say('staff.file.whole')}</p>
                {losesMost(found) && <Notice tone="warning">{say('staff.file.many')}</Notice>}
                <div className="acts">
                  <ActButton act={writing} appearance="primary" onPress={() => void write()}>
                    {say('staff.file.import')}
                  </ActButton>
                  <Button onClick={drop} disabledFocusable={writing.busy}>
                    {say('staff.file.drop')}
                  </Button>
                </div>
                <ActFailure act={writing} />
              </>
            )}
          </section>
          <DifferenceTables found={found} />
        </>
      )}
    </>
  )
}
