import { Button } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { ActFailure, useAct } from '../actions/action.tsx'
import { save } from '../actions/save-file.ts'
import { usePrint } from '../actions/use-print.ts'
import { useSession } from '../page/context.tsx'

const FORMATS = { xlsx: 'direction.export.xlsx', csv: 'direction.export.csv' } as const

/** A summary on paper, or as a file. `path`: of what is read, `/workshops/…` or `/series/…`. */
export function FileActs({ path }: { path: string }) {
  const { translator, call } = useSession()
  const { say } = translator
  const act = useAct()
  const print = usePrint()
  const get = (format: keyof typeof FORMATS) =>
    void act.run(async () => save(await call<File>('POST', `${path}/summary/file`, { format })), {
      text: say('direction.export.done'),
    })
  return (
    <div className="acts">
      <Button size="small" icon={<Print20Regular />} onClick={print}>
        {say('review.print')}
      </Button>
      {(['xlsx', 'csv'] as const).map(format => (
        <Button
          key={format}
          size="small"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={act.busy}
          onClick={() => get(format)}
        >
          {say(FORMATS[format])}
        </Button>
      ))}
      <ActFailure act={act} />
    </div>
  )
}
