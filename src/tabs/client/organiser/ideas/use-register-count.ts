import { useCallback, useEffect, useState } from 'react'
import type { RegisterCount } from '../../../contract/ideas/register.ts'
import { useChanges } from '../../data/stream/changes.ts'
import { useSession } from '../../parts/page/context.tsx'

/** How many ideas wait, are under study, are reported; read again when one changes. `asked`: it was tried. */
export function useRegisterCount(): { readonly count: RegisterCount | undefined; readonly asked: boolean } {
  const { read } = useSession()
  const [count, setCount] = useState<RegisterCount>()
  const [asked, setAsked] = useState(false)
  const again = useCallback(async () => {
    const found = await read<RegisterCount>('/ideas/register/count').catch(() => undefined)
    if (found) setCount(found)
    setAsked(true)
  }, [read])
  useEffect(() => void again(), [again])
  useChanges(['ideas'], () => void again())
  return { count, asked }
}
