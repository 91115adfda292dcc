import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type {
  HolderView,
  PlacedView,
  RoleGivenView,
  RoleInput,
  RoleListName,
  SeatView,
} from '../../../contract/people/roles.ts'
import type { Call } from '../../data/api/call.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { sectionAddress } from '../parts/address.ts'
import { GiveRolePanel } from './give-role-panel.tsx'
import { type Doing, Done } from './role-undo.tsx'
import { directionName, directionNames, heldText, seatText } from './texts.ts'

const SHOWN: readonly RoleListName[] = ['organiser', 'manager', 'pilot', 'deputy', 'observer']
const FROM = {
  operator: 'staff.from.operator',
  file: 'staff.from.file',
  hand: 'staff.from.hand',
} as const

function isHeld(name: string | undefined): name is RoleListName {
  return SHOWN.some(role => role === name)
}

function RoleLinks({ current }: { current: RoleListName }) {
  const { translator } = useSession()
  return (
    <nav className="role-links" aria-label={translator.say('staff.roles')}>
      <ul>
        {SHOWN.map(role => (
          <li key={role}>
            <a
              href={sectionAddress('people', 'roles', role)}
              {...(role === current ? { 'aria-current': 'page' as const } : {})}
            >
              {heldText(translator, role)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Restores a former role. A pilot is appointed in the Direction, like any other. */
function giveBack(call: Call, id: string, { role, deputy, leads }: SeatView): Promise<unknown> {
  const [direction = ''] = leads
  if (role !== 'pilot') {
    const body: RoleInput = { role, leads: [...leads] }
    return call('PUT', pathTo('/people', id, 'role'), body)
  }
  if (deputy) return call('PUT', pathTo('/directions', direction, 'deputy'), { to: id })
  return call('PUT', pathTo('/directions', direction, 'pilot'), { to: id, nonce: mintNonce() })
}

function useColumns(role: RoleListName): readonly TableColumn<HolderView>[] {
  const { translator, programme } = useSession()
  const { say } = translator
  const leads = role === 'manager' || role === 'pilot' || role === 'deputy'
  return [
    {
      id: 'name',
      head: say('staff.column.name'),
      cell: ({ name, me }) => (me ? say('staff.me', { name }) : name),
    },
    leads
      ? { id: 'leads', head: say('staff.column.leads'), cell: each => directionNames(programme, each.leads) }
      : {
          id: 'direction',
          head: say('gallery.direction'),
          cell: ({ direction }) => (direction ? directionName(programme, direction) : ''),
        },
    {
      id: 'from',
      head: say('staff.column.from'),
      cell: ({ from }) => (from ? capitalised(say(FROM[from])) : ''),
    },
  ]
}

type ListProps = {
  readonly call: Call
  readonly role: RoleListName
  readonly give: (person: HolderView, input: RoleInput) => Promise<void>
  readonly change: (person: HolderView) => void
}

function Holders({ call, role, give, change }: ListProps) {
  const { translator } = useSession()
  const { say } = translator
  const body = useRef<HTMLElement>(null)
  const columns = useColumns(role)
  const list = usePaged<HolderView>(call, `/people/roles?role=${role}`, ['people'], 'unread.roles')
  const { items, readOn, failure, loadedAt, refresh } = list
  if (!items)
    return failure ? <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} /> : <SkeletonRows />
  const acts = (person: HolderView) =>
    person.from === 'operator' ? null : (
      <span className="acts">
        {role === 'manager' && (
          <Button
            size="small"
            onClick={() => change(person)}
            aria-label={say('staff.change.of', { name: person.name })}
          >
            {say('staff.change')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={say('staff.take.of', { name: person.name })}
          onClick={() => void give(person, { role: 'agent' }).then(refresh)}
        >
          {say('staff.take')}
        </Button>
      </span>
    )
  return (
    <section className="card panel holders" aria-labelledby="holders">
      <h2 id="holders">{heldText(translator, role)}</h2>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {items.length === 0 ? (
        <p>{say('staff.roles.none')}</p>
      ) : (
        <DataTable
          caption={heldText(translator, role)}
          rows={items}
          idOf={({ id }) => id}
          columns={columns}
          actsOf={acts}
          actsHead={say('staff.column.acts')}
          body={body}
        />
      )}
      <ReadOn read={readOn} list={body} count={items.length} />
    </section>
  )
}

/** Who has which role: a page at a time, given and taken back. */
export function RolesPanel({ call, wanted }: { call: Call; wanted: string | undefined }) {
  const { translator, programme } = useSession()
  const role = isHeld(wanted) ? wanted : 'organiser'
  const act = useAct()
  const [done, setDone] = useState<Doing>()
  const [changing, setChanging] = useState<HolderView>()
  const [turn, setTurn] = useState(0)
  const give = async (person: HolderView, input: RoleInput) => {
    let given: RoleGivenView | undefined
    const set = async () => {
      given = await call<RoleGivenView>('PUT', pathTo('/people', person.id, 'role'), input)
    }
    const textOf = () => {
      const role = seatText(translator, programme, given?.person ?? { role: input.role, leads: [] })
      return translator.say('staff.given', { name: person.name, role })
    }
    setDone(undefined)
    if (!(await act.run(set, textOf))) return
    const before = given?.before
    setChanging(undefined)
    setTurn(now => now + 1)
    // Whoever gave up organising has nothing to take back any more.
    const undo =
      before && !(person.me && before.role === 'organiser') && (() => giveBack(call, person.id, before))
    setDone({ text: textOf(), ...(undo && { undo }) })
  }
  const place = async ({ id, name }: HolderView, direction: string) => {
    let before: string | undefined
    const put = (to: string) => call<PlacedView>('PUT', pathTo('/people', id, 'direction'), { direction: to })
    const set = async () => {
      before = (await put(direction)).before
    }
    const text = translator.say('staff.placed', { name, direction: directionName(programme, direction) })
    setDone(undefined)
    if (!(await act.run(set, text))) return
    setTurn(now => now + 1)
    const former = before
    setDone({ text, ...(former !== undefined && { undo: () => put(former) }) })
  }
  return (
    <>
      <RoleLinks current={role} />
      <Done
        done={done}
        act={act}
        clear={() => {
          setDone(undefined)
          setTurn(now => now + 1)
        }}
      />
      <Holders key={`${role} ${turn}`} call={call} role={role} give={give} change={setChanging} />
      <GiveRolePanel
        key={`give ${role} ${changing?.id ?? ''} ${turn}`}
        call={call}
        role={role}
        person={changing}
        act={act}
        give={give}
        place={place}
      />
    </>
  )
}
