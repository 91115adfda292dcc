import { Button } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { type ComponentProps, lazy, useState } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

const CommitmentMenu = lazy(() => import('./commitment-menu.tsx'))

export type CommitmentMoreProps = { readonly commitment: CommitmentView; readonly letGo: () => void }

/** Alone before the menu's code is there, then the menu's own trigger, which hands it more properties. */
export function MoreButton({
  thing,
  ...props
}: { readonly thing: { readonly text: string } } & ComponentProps<'button'>) {
  const { translator } = usePersonalTab()
  return (
    <Button
      {...props}
      as="button"
      size="small"
      appearance="subtle"
      aria-haspopup="menu"
      icon={<MoreHorizontal20Regular />}
      aria-label={actName(translator, 'tab.commitment.more', thing.text)}
    />
  )
}

/** What one seldom does with a commitment. */
export function CommitmentMore(props: CommitmentMoreProps) {
  const { commitment } = props
  const [wanted, setWanted] = useState(false)
  if (!wanted) return <MoreButton thing={commitment} onClick={() => setWanted(true)} />
  return (
    <LazyPart fallback={<MoreButton thing={commitment} />}>
      <CommitmentMenu {...props} />
    </LazyPart>
  )
}
