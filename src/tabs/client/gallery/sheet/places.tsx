import '../../parts/panels/details.css'
import './lineage.css'
import { useState } from 'react'
import type { InitiativeDirections, InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import { pathTo } from '../../data/store/lists.ts'
import { DataTable } from '../../parts/lists/data-table.tsx'
import { THREAD } from '../../parts/lists/pages.ts'
import { Pending } from '../../parts/lists/pending.tsx'
import { useReading } from '../../parts/lists/reading.ts'
import { useSession } from '../../parts/page/context.tsx'
import { addressOf } from '../initiative/address.ts'
import { directionName } from '../initiative/carrier.tsx'
import { standingOf } from '../initiative/phase.tsx'

type Row = InitiativeDirections['rows'][number]

/** « a repris : Le carnet (En test) » */
function TakenUp({ row: { taken, more } }: { row: Row }) {
  const { say } = useSession().translator
  if (!taken) return null
  const { id, title, phase, trial } = taken
  const stands = phase && say(standingOf({ phase, ...(trial && { trial }) }).word)
  return (
    <p>
      {say('gallery.places.taken')} <a href={addressOf(id)}>{title}</a>
      {stands && ` (${stands})`}
      {more && ` ${say('gallery.places.taken.more')}`}
    </p>
  )
}

function Here({ row }: { row: Row }) {
  const { say } = useSession().translator
  return (
    <>
      {row.generalised && <p>{say('gallery.places.general')}</p>}
      {row.tries && <p>{say('gallery.places.tries')}</p>}
      <TakenUp row={row} />
    </>
  )
}

function Opened({ id }: { id: string }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const { value, failure, again } = useReading<InitiativeDirections>(
    pathTo('/initiatives', id, 'directions'),
    THREAD,
  )
  if (!value) return <Pending failure={failure} again={again} />
  const { rows, others } = value
  return (
    <>
      {rows.length === 0 ? (
        <p className="quiet">{say('gallery.places.none')}</p>
      ) : (
        <DataTable
          caption={say('gallery.places')}
          rows={rows}
          idOf={row => row.direction}
          columns={[
            {
              id: 'direction',
              head: say('gallery.direction'),
              cell: row => directionName(programme, row.direction) ?? row.direction,
            },
            { id: 'here', head: say('gallery.places.here'), cell: row => <Here row={row} />, plain: true },
          ]}
        />
      )}
      {rows.length > 0 && others > 0 && (
        <p className="quiet">{say('gallery.places.others', { count: others })}</p>
      )}
    </>
  )
}

/** « Direction par Direction », in the programme's order: read once it is unfolded, from a trial or a first one who took it up. */
export function Places({ sheet: { id, trial, lineage } }: { sheet: InitiativeSheet }) {
  const { translator } = useSession()
  const [open, setOpen] = useState(false)
  if ((trial === undefined || trial === 'planned') && !lineage?.taken) return null
  return (
    <details
      className="unfold sheet-places"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{translator.say('gallery.places')}</summary>
      {open && <Opened id={id} />}
    </details>
  )
}
