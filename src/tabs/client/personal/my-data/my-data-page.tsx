import { Button, useFocusFinders } from '@fluentui/react-components'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { HeldView } from '../../../contract/rights.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { useReading } from '../../parts/lists/reading.ts'
import { type Stale, StaleNotice } from '../../parts/notices/failure-page.tsx'
import { usePersonalTab } from '../navigation/context.tsx'
import { PageHead } from '../navigation/page-head.tsx'
import { DataKind, type HeldPart } from './data-kind.tsx'
import { type DataKindTexts, KINDS } from './data-kinds.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { RowsDialog } from './rows-dialog.tsx'

const ROLES = {
  agent: 'role.agent',
  pilot: 'role.pilot',
  manager: 'role.manager',
  organiser: 'role.organiser',
  observer: 'role.observer',
} as const

const NONE: readonly ChangeTopic[] = []
type Opened = { readonly kind: DataKindTexts } | 'erase'

type KindsProps = {
  readonly held: ReadonlyMap<string, HeldPart> | undefined
  readonly see: (kind: DataKindTexts) => void
}

/** What is kept, kind by kind; those of which nothing is kept share a line. */
function Kinds({ held, see }: KindsProps) {
  const { say } = usePersonalTab().translator
  const empty = held ? KINDS.filter(({ id }) => !held.has(id)) : []
  const kinds = KINDS.filter(kind => !empty.includes(kind))
  const names = empty.map(({ title }) => say(title)).join(' · ')
  return (
    <>
      <div className="data-kinds">
        {kinds.map(kind => (
          <DataKind key={kind.id} kind={kind} held={held?.get(kind.id)} see={see} />
        ))}
      </div>
      {empty.length > 0 && <p>{say('data.empty', { parts: names })}</p>}
    </>
  )
}

/** What no file can hold, whom to ask for anything else, and the file for tools. */
function Ends({ download }: { download: ReturnType<typeof useDownload> }) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
  return (
    <div className="data-ends">
      <p className="quiet">{say('data.sealed')}</p>
      <p className="quiet">{say('data.others')}</p>
      <p className="quiet">{say('data.others.acts')}</p>
      <p className="quiet">
        {say('data.rights', { contact: programme.privacy.contact ?? say('data.notice.contact') })}
      </p>
      <div>
        <ActButton act={download.act} size="small" onPress={() => void download.as('data')}>
          {say('data.download.tool')}
        </ActButton>
      </div>
      <ActFailure act={download.act} />
    </div>
  )
}

function useDownload(call: Call) {
  const { say } = usePersonalTab().translator
  const act = useAct()
  const as = (what: 'page' | 'data') =>
    act.run(async () => save(await call<File>('POST', '/me/data/file', { as: what })), {
      text: say('data.downloaded'),
    })
  return { act, as }
}

/** « Mes données »: what is kept of me, why, until when, and who sees it; to be taken away, and erased. */
export function MyDataPage({ call, stale }: { call: Call; stale: Stale | undefined }) {
  // Holds Fluent's focus engine between dialogs: see personal/home/dialogs.tsx.
  useFocusFinders()
  const { translator, me } = usePersonalTab()
  const { say } = translator
  const page = useDownload(call)
  const tool = useDownload(call)
  const { value, failure, again } = useReading<HeldView>('/me/data', NONE, 'unread.data')
  const { request, open, finish } = useDialog<Opened>()
  const held = value && new Map(value.parts.map(each => [each.part, each]))
  const facts = [me.name, me.direction?.name, say(ROLES[me.role])].filter(Boolean).join('\u00A0· ')
  return (
    <>
      <PageHead title={say('data.title')} about={facts} />
      {stale && <StaleNotice {...stale} />}
      <p>{say('data.intro')}</p>
      <div className="acts place-acts">
        <ActButton act={page.act} onPress={() => void page.as('page')}>
          {say('data.download')}
        </ActButton>
        <Button onClick={() => open('erase')}>{say('data.erase')}</Button>
      </div>
      <ActFailure act={page.act} />
      {failure && !stale && <StaleNotice failure={failure} loadedAt={undefined} retry={again} />}
      <Kinds held={held} see={kind => open({ kind })} />
      <Ends download={tool} />
      {request === 'erase' && <EraseDialog call={call} choice={value?.choice ?? true} close={finish} />}
      {request && request !== 'erase' && (
        <RowsDialog part={request.kind.id} title={say(request.kind.title)} close={finish} />
      )}
    </>
  )
}
