import type { FileCheckView, FileFaultView } from '../../../contract/people/file.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, type ActState, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { receive } from '../parts/download.ts'
import { Readings } from './file-readings.tsx'
import { faultText, linesText, remedyText } from './file-texts.ts'
import type { ReadAs, Reading } from './readings.ts'

type Refused = Extract<FileCheckView, { faults: unknown }>
type Reader = {
  readonly readings: readonly Reading[]
  readonly checking: ActState
  readonly readAs: ReadAs
}
type Row = FileFaultView & { readonly key: string }

/** Of these the rows cannot be told: there is no file to send back. */
const NO_ROWS = ['quotes', 'too-large', 'too-many']

/** What to do; where a Direction is near what was written, one press reads it so on all its lines. */
function Remedy({ fault, readings, checking, readAs }: Reader & { readonly fault: Row }) {
  const { translator } = useSession()
  const { direction, near, nearId } = fault.details
  const said = capitalised(remedyText(translator, fault))
  if (direction === undefined || near === undefined || nearId === undefined) return said
  const asked = `near-${fault.key}`
  return (
    <span className="file-near">
      <span id={asked}>{said}</span>
      <ActButton
        act={checking}
        size="small"
        aria-describedby={asked}
        onPress={() => void readAs([...readings, { written: direction, meant: nearId, name: near }])}
      >
        {translator.say('staff.file.read.take', { count: fault.count })}
      </ActButton>
    </span>
  )
}

/** Faults grouped by kind; line by line in a file, for the author of the people file. */
export function FileFaults({
  call,
  file,
  faults: { first, count, lines },
  ...reader
}: Reader & { readonly call: Call; readonly file: string; readonly faults: Refused['faults'] }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const act = useAct()
  const rows: readonly Row[] = first.map((fault, at) => ({ ...fault, key: String(at) }))
  const columns: readonly TableColumn<Row>[] = [
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
    { id: 'fix', head: say('staff.file.fix'), cell: fault => <Remedy fault={fault} {...reader} /> },
  ]
  const take = async () => {
    const path = '/people/file/faults'
    save(await receive(call, { path, body: { file }, heard: () => {} }, new AbortController()))
  }
  const hasRows = !first.some(({ code }) => NO_ROWS.includes(code))
  return (
    <section className="card panel">
      <Notice tone="warning">{say('roster.refused', { count: lines })}</Notice>
      <Readings readings={reader.readings} act={reader.checking} readAs={reader.readAs} />
      <DataTable caption={say('staff.file.faults')} rows={rows} idOf={({ key }) => key} columns={columns} />
      {count > first.length && (
        <p className="quiet">{say('roster.more-faults', { count: count - first.length })}</p>
      )}
      {hasRows && (
        <>
          <p className="quiet">{say('staff.file.faults.whole')}</p>
          <div className="acts">
            <ActButton act={act} onPress={() => void act.run(take, say('direction.export.done'))}>
              {say('staff.file.faults.take')}
            </ActButton>
          </div>
        </>
      )}
      <ActFailure act={act} />
    </section>
  )
}
