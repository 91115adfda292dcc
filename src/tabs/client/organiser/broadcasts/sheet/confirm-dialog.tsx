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
import type { ActState } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { useSession } from '../../../parts/page/context.tsx'

const WORDS = {
  stop: {
    ask: 'cast.stop.ask',
    means: 'cast.stop.means',
    sure: 'cast.stop.sure',
    not: 'cast.stop.not',
  },
  remove: {
    ask: 'cast.remove.ask',
    means: 'cast.remove.means',
    sure: 'cast.remove.sure',
    not: 'cast.remove.not',
  },
} as const

type Props = {
  readonly what: keyof typeof WORDS
  readonly act: ActState
  readonly close: () => void
  readonly run: () => void
}

/** Confirmation of an irreversible act; its alternatives come first. */
export function ConfirmDialog({ what, act, close, run }: Props) {
  const { say } = useSession().translator
  const { ask, means, sure, not } = WORDS[what]
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className="dialog cast-sure">
        <DialogBody>
          <DialogTitle>{say(ask)}</DialogTitle>
          <DialogContent>{say(means)}</DialogContent>
          <DialogActions>
            <Button onClick={close}>{say(not)}</Button>
            <ActButton
              act={act}
              appearance="primary"
              final
              onPress={() => {
                close()
                run()
              }}
            >
              {say(sure)}
            </ActButton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
