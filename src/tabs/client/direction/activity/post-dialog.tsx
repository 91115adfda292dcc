import { useFocusFinders } from '@fluentui/react-components'
import { PostForm, type PostProposal } from '../../parts/dialogs/post-form.tsx'
import { useDirectionTab } from '../reading/context.tsx'

type Props = { readonly request: PostProposal | undefined; readonly finish: () => void }

/** « Publier dans mon canal », from a workshop to come. */
export default function PostDialog({ request, finish }: Props) {
  const { acts } = useDirectionTab()
  // Holds Fluent's focus engine between dialogs: see personal/home/dialogs.tsx.
  useFocusFinders()
  return request ? <PostForm request={request} send={acts.post} finish={finish} /> : null
}
