import { useId } from 'react'
import type { AttendanceFileView } from '../../../../contract/attendance.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import type { PanelProps } from '../workshop/panels.ts'

/** Hands a file to the browser, as a link that was pressed would. */
function save({ name, text }: AttendanceFileView): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

/** « Feuille de présence »: who came, as a file, once it is over. */
export default function RegisterPanel({ workshop, call }: PanelProps) {
  const { translator, me } = useSession()
  const { say } = translator
  const act = useAct()
  const title = useId()
  const get = async () => save(await call<AttendanceFileView>('POST', `/attendance/${workshop.id}/register`))
  if (me.role !== 'organiser' || !workshop.over) return null
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say('after.register')}</h2>
      </div>
      <p className="quiet">{say('after.register.rules')}</p>
      <ActFailure act={act} />
      <div className="acts">
        <ActButton act={act} onPress={() => void act.run(get, { text: say('after.register.done') })}>
          {say('after.register.get')}
        </ActButton>
      </div>
    </section>
  )
}
