import type { Near } from '../../../contract/primitives.ts'
import { useSession } from '../page/context.tsx'

/** « Résultats proches », above what was found with a slip in what was typed. */
export function NearNote({ found = [] }: { readonly found: readonly Near[] | undefined }) {
  const { say } = useSession().translator
  if (!found.some(({ near }) => near)) return null
  return (
    <p className="quiet" role="status">
      {say('search.near.list')}
    </p>
  )
}
