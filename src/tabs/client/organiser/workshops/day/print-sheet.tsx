import { createPortal } from 'react-dom'
import type { ScreenView } from '../../../../contract/attendance.ts'
import { useSession } from '../../../parts/page/context.tsx'
import { QrCode } from '../../../parts/panels/qr-code.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { whenAndWhere } from '../workshop/facts.ts'
import { Letters } from './code-panel.tsx'

/** Printed only: a code that is valid on the day of the workshop. */
export function PrintSheet({ view }: { view: ScreenView }) {
  const { translator } = useSession()
  const { say } = translator
  const { workshop } = view
  return createPortal(
    <div className="print-sheet" aria-hidden="true">
      <p className="print-title">{workshop.title}</p>
      <p>{capitalised(whenAndWhere(workshop, translator))}</p>
      <QrCode text={view.printLink} label={say('day.code.label')} />
      <p>{say('day.code.scan')}</p>
      <p>{say('day.code.type')}</p>
      <Letters letters={view.letters} />
      <p className="print-rules">{say('day.print.rules')}</p>
    </div>,
    document.body,
  )
}
