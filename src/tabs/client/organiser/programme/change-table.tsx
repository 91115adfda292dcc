import type { MethodChangeView } from '../../../contract/programme/method.ts'
import { DataTable, type TableColumn } from '../../parts/lists/data-table.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { capitalised } from '../../parts/words/capital.ts'
import { changeText, standsText, subjectText } from './change-texts.ts'

/** Differences of the other file, in its order. */
export function ChangeTable({ caption, changes }: { caption: string; changes: readonly MethodChangeView[] }) {
  const { translator, programme } = useSession()
  const { say } = translator
  const rows = changes.map((change, at) => ({ ...change, key: String(at) }))
  const columns: readonly TableColumn<(typeof rows)[number]>[] = [
    {
      id: 'what',
      head: say('method.column.what'),
      cell: change => subjectText(translator, programme, change),
    },
    {
      id: 'change',
      head: say('method.column.change'),
      cell: change => capitalised(changeText(translator, change)),
    },
    ...(rows.some(({ stands }) => stands.length > 0)
      ? [
          {
            id: 'stands',
            head: say('method.column.stands'),
            cell: (change: MethodChangeView) => capitalised(standsText(translator, change)),
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} captioned rows={rows} idOf={({ key }) => key} columns={columns} />
}
