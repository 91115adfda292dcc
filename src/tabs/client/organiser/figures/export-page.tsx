import { useEffect, useRef, useState } from 'react'
import { number } from '../../../../i18n/format.ts'
import type { Key } from '../../../../i18n/words.ts'
import type { ExportName, ExportsView } from '../../../contract/exports.ts'
import type { Call } from '../../data/api/call.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { save } from '../../parts/actions/save-file.ts'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { receive } from '../parts/download.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { useWhole } from '../parts/use-reading.ts'

const NAMES = {
  ideas: ['exports.ideas', 'exports.ideas.what'],
  ballots: ['exports.ballots', 'exports.ballots.what'],
  initiatives: ['exports.initiatives', 'exports.initiatives.what'],
  trials: ['exports.trials', 'exports.trials.what'],
  commitments: ['exports.commitments', 'exports.commitments.what'],
  workshops: ['exports.workshops', 'exports.workshops.what'],
} as const satisfies Record<ExportName, readonly [Key, Key]>

type Format = { readonly word: string; readonly path: string; readonly body: object }
type Props = {
  readonly call: Call
  readonly title: string
  readonly what: string
  readonly rows?: number
  readonly files: readonly Format[]
}

/** One thing to be taken, in the formats there are. Whoever leaves the page stops it. */
function Offer({ call, title, what, rows, files }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const [bytes, setBytes] = useState(0)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const take = async ({ path, body }: Format) => {
    stop.current = new AbortController()
    setBytes(0)
    save(await receive(call, { path, body, heard: setBytes }, stop.current))
  }
  const size = number(Math.round(bytes / 100_000) / 10, translator.language)
  return (
    <section className="card panel export">
      <h2>{title}</h2>
      <p>{what}</p>
      {rows !== undefined && <p className="quiet">{say('exports.rows', { count: rows })}</p>}
      <div className="acts">
        {files.map(file => (
          <ActButton
            key={file.word}
            act={act}
            aria-label={say('exports.as', { table: title, format: file.word })}
            onPress={() =>
              void act.run(() => take(file), { text: say('direction.export.done'), about: title })
            }
          >
            {file.word}
          </ActButton>
        ))}
        {act.busy && <span className="quiet">{say('exports.coming', { size })}</span>}
      </div>
      <ActFailure act={act} />
    </section>
  )
}

function Tables({ call }: { call: Call }) {
  const { say } = useSession().translator
  const { value, failure, loadedAt, refresh } = useWhole<ExportsView>(
    call,
    '/exports',
    ['ideas', 'ballots', 'workshops'],
    'unread.exports',
  )
  const offers = value?.tables.map(({ name, rows }) => {
    const [title, what] = NAMES[name]
    const path = `/exports/${name}`
    const files = [
      { word: say('direction.export.xlsx'), path, body: { format: 'xlsx' } },
      { word: say('direction.export.csv'), path, body: { format: 'csv' } },
    ]
    return <Offer key={name} call={call} title={say(title)} what={say(what)} rows={rows} files={files} />
  })
  return (
    <>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {offers ?? (!failure && <SkeletonRows count={5} />)}
    </>
  )
}

/** « Exporter »: the whole programme as files. Observers take the open data alone. */
export function ExportPage({ call, reading }: { call: Call; reading: boolean }) {
  const { say } = useSession().translator
  const open = { word: say('exports.json'), path: '/open-data', body: {} }
  return (
    <>
      <SectionHead
        title={say('exports.open')}
        trail={[{ text: say('section.figures'), href: sectionAddress('figures') }]}
        about={<p>{say('exports.about')}</p>}
      />
      {!reading && <Tables call={call} />}
      <Offer
        call={call}
        title={say('exports.open-data')}
        what={say('exports.open-data.what')}
        files={[open]}
      />
    </>
  )
}
