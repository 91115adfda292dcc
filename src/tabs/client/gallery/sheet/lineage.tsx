import '../../parts/panels/details.css'
import './lineage.css'
import { useState } from 'react'
import type {
  DescendantView,
  InitiativeSheet,
  LineageView,
} from '../../../contract/initiatives/initiatives.ts'
import { pathTo } from '../../data/store/lists.ts'
import { PagedList } from '../../parts/lists/paged-list.tsx'
import { THREAD, usePages } from '../../parts/lists/pages.ts'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { addressOf } from '../initiative/address.ts'
import { directionName } from '../initiative/carrier.tsx'
import { standingOf } from '../initiative/phase.tsx'

type Props = { readonly id: string; readonly lineage: LineageView }

function useTakenText({ taken, more }: LineageView): string {
  const { say } = useSession().translator
  return say(more ? 'initiative.taken.more' : 'initiative.taken', { count: taken })
}

function useIdeasText({ ideas }: LineageView): string {
  return useSession().translator.say('gallery.descent.ideas', { count: ideas })
}

/** An initiative, which one can walk on to; of an idea, its words. */
function Descendant({ one }: { one: DescendantView }) {
  const { translator, programme } = useSession()
  const { id, title, direction, phase, trial } = one
  const place = directionName(programme, direction)
  const stands = phase ? [translator.say(standingOf({ phase, ...(trial && { trial }) }).word)] : []
  return (
    <>
      {phase ? <a href={addressOf(id)}>{title}</a> : <p>{title}</p>}
      <FactLine of={[...stands, ...(place ? [place] : [])]} className="quiet" />
    </>
  )
}

function Descendants({ id, of, label }: { id: string; of: 'initiatives' | 'ideas'; label: string }) {
  const path = `${pathTo('/initiatives', id, 'descent')}?of=${of}`
  const pages = usePages<DescendantView>(path, THREAD)
  return (
    <PagedList
      pages={pages}
      label={label}
      className="descendants"
      idOf={one => `descent-${one.id}`}
      draw={one => <Descendant one={one} />}
    />
  )
}

function Opened({ id, lineage }: Props) {
  const [taken, ideas] = [useTakenText(lineage), useIdeasText(lineage)]
  return (
    <>
      {lineage.taken > 0 && <Descendants id={id} of="initiatives" label={taken} />}
      {lineage.taken > 0 && lineage.ideas > 0 && <p className="quiet">{ideas}</p>}
      {lineage.ideas > 0 && <Descendants id={id} of="ideas" label={ideas} />}
    </>
  )
}

/** « Reprise par 3 initiatives »: read once it is unfolded. */
function Taken({ id, lineage }: Props) {
  const [open, setOpen] = useState(false)
  const [taken, ideas] = [useTakenText(lineage), useIdeasText(lineage)]
  if (lineage.taken + lineage.ideas === 0) return null
  return (
    <details className="unfold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{lineage.taken > 0 ? taken : ideas}</summary>
      {open && <Opened id={id} lineage={lineage} />}
    </details>
  )
}

/** « Née de … », « Reprise par … »: a line that one can walk; nothing while nothing is taken up. */
export function Lineage({ sheet: { id, lineage } }: { sheet: InitiativeSheet }) {
  const { translator } = useSession()
  if (!lineage) return null
  const { from } = lineage
  return (
    <div className="lineage">
      {from && (
        <p>
          {translator.say('gallery.descent.from')} <a href={addressOf(from.id)}>{from.title}</a>
        </p>
      )}
      <Taken id={id} lineage={lineage} />
    </div>
  )
}
