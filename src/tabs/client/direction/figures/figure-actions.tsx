import { Button } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { lazy, useRef, useState } from 'react'
import { usePrint } from '../../parts/actions/use-print.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useDirectionTab } from '../reading/context.tsx'

const ExportDialog = lazy(() => import('./export-dialog.tsx'))

/** « Imprimer », « Exporter »: the page’s figures on paper, or in a file. */
export function FigureActions() {
  const { translator, call } = useSession()
  const { say } = translator
  const { direction } = useDirectionTab()
  const [exporting, setExporting] = useState<boolean>()
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setExporting(false)
    opener.current?.focus()
  }
  return (
    <div className="figure-acts">
      <Button size="small" icon={<Print20Regular />} onClick={usePrint()}>
        {say('direction.print')}
      </Button>
      <Button size="small" ref={opener} icon={<ArrowDownload20Regular />} onClick={() => setExporting(true)}>
        {say('direction.export')}
      </Button>
      {exporting !== undefined && (
        <LazyPart>
          <ExportDialog shown={exporting} direction={direction.id} call={call} close={close} />
        </LazyPart>
      )}
    </div>
  )
}
