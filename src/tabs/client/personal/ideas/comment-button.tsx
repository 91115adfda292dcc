import { Button } from '@fluentui/react-components'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { nameOf } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** « Commenter · 3 », « Commentaires · 3 » for who only reads: opens comments and history. */
export function CommentButton({ idea }: { idea: IdeaView }) {
  const { translator, acting, open } = usePersonalTab()
  const { comments, text } = idea
  const word = translator.say(acting ? 'comment.send' : 'comment.list')
  const counted = comments > 0 ? `${word}\u00A0· ${comments}` : word
  return (
    <Button
      size="small"
      appearance="subtle"
      className="plain"
      aria-label={nameOf(translator, counted, text)}
      onClick={() => open({ kind: 'thread', idea })}
    >
      {counted}
    </Button>
  )
}
