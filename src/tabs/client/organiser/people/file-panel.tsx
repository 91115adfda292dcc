import './file.css'
import { Button, ProgressBar } from '@fluentui/react-components'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import type { FileCheckView } from '../../../contract/people/file.ts'
import type { Call } from '../../data/api/call.ts'
import { Failure } from '../../data/api/failure.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { base64Of, download } from '../parts/file.ts'
import { DifferenceTables, losesMost, type PeopleFileDifference, Tally } from './difference.tsx'
import { FileFaults } from './file-faults.tsx'
import { Readings } from './file-readings.tsx'
import { type Reading, readingsInput } from './readings.ts'

/** As the server says; see contract/people/file.ts. */
const MOST_BYTES = 3_000_000

type Chosen = {
  readonly name: string
  readonly file: string
  /** What its unknown Directions are read as. */
  readonly readings: readonly Reading[]
  readonly view: FileCheckView
}
type Written = { readonly name: string; readonly view: PeopleFileDifference }

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
  const check = async ({ name, file, readings }: Omit<Chosen, 'view'>) => {
    const asked = { file, ...readingsInput(readings) }
    const view = await call<FileCheckView>('POST', '/people/file/check', asked)
    setChosen({ name, file, readings, view })
  }
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    setWritten(undefined)
    setChosen(undefined)
    const read = async () => {
      // The server would not even read it.
      if (file.size > MOST_BYTES)
        throw new Failure('refusal', say('staff.file.large', { max: MOST_BYTES / 1_000_000 }))
      await check({ name: file.name, file: await base64Of(file), readings: [] })
    }
    await checking.run(read, say('staff.file.read', { name: file.name }))
  }
  const readAs = async (readings: readonly Reading[]) => {
    if (chosen)
      await checking.run(() => check({ ...chosen, readings }), say('staff.file.read', { name: chosen.name }))
  }
  const view = chosen?.view
  const found = view && 'checked' in view ? view : undefined
  const nothing = found && found.added.count + found.changed.count + found.leaving.count === 0
  const write = async () => {
    if (!chosen || !found) return
    const asked = { file: chosen.file, ...readingsInput(chosen.readings), checked: found.checked }
    const take = () => call<FileCheckView>('POST', '/people/file/import', asked)
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
          <FileFaults
            call={call}
            file={chosen.file}
            faults={view.faults}
            checking={checking}
            readings={chosen.readings}
            readAs={readAs}
          />
        </>
      )}
      {chosen && found && (
        <>
          <section className="card panel">
            <h2 ref={heading} tabIndex={-1}>
              {say('staff.file.seen', { name: chosen.name })}
            </h2>
            <Readings readings={chosen.readings} act={checking} readAs={readAs} />
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
