import '../../../host/scroll-bar.ts'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ActState } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'

type Props = {
  readonly title: string
  /** What is lost, by whom, and who is written to. */
  readonly children: ReactNode
  readonly keep: string
  readonly sure: string
  /** Whether somebody loses by it what nothing gives back. */
  readonly final?: boolean
  readonly act: ActState
  readonly close: () => void
  readonly run: () => void
}

/** Confirmation of an act by which others lose something or are notified; cancelling comes first. */
export function ConfirmDialog({ title, children, keep, sure, final, act, close, run }: Props) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className="dialog sure">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="sure-facts">{children}</DialogContent>
          <DialogActions>
            <Button onClick={close}>{keep}</Button>
            <ActButton
              act={act}
              appearance="primary"
              final={final}
              onPress={() => {
                close()
                run()
              }}
            >
              {sure}
            </ActButton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
