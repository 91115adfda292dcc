import { useSession } from '../../parts/page/context.tsx'
import { useRegisterCount } from './use-register-count.ts'

/** How many ideas wait, beside the name of the tab; room for it while it is not known. */
export default function IdeasCount() {
  const { translator } = useSession()
  const { count, asked } = useRegisterCount()
  if (!asked) return <span className="tab-room" />
  return count?.waiting ? `\u00A0(${count.waiting.toLocaleString(translator.language)})` : null
}
