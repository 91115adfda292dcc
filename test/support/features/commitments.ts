import { endingUsecases } from '../../../src/features/commitments/changes/ending-usecases.ts'
import { moveUsecases } from '../../../src/features/commitments/changes/horizon-usecases.ts'
import { changeUsecases } from '../../../src/features/commitments/changes/usecases.ts'
import { ideaTelling } from '../../../src/features/commitments/commitment/idea-usecases.ts'
import { commitmentStore } from '../../../src/features/commitments/commitment/store.ts'
import { commitmentUsecases } from '../../../src/features/commitments/commitment/usecases.ts'
import { noteStore } from '../../../src/features/commitments/notes/store.ts'
import { noteUsecases } from '../../../src/features/commitments/notes/usecases.ts'
import { sharedStore } from '../../../src/features/commitments/sharing/store.ts'
import { sharedUsecases } from '../../../src/features/commitments/sharing/usecases.ts'

type Parts = Omit<
  Parameters<typeof commitmentUsecases>[0] &
    Parameters<typeof ideaTelling>[0] &
    Parameters<typeof sharedUsecases>[0],
  'store' | 'commitments' | 'telling' | 'take'
>

/** All rooms of commitments, on one database. */
export function commitmentsOn(parts: Parts) {
  const store = commitmentStore
  const telling = ideaTelling({ ...parts, store })
  const commitments = commitmentUsecases({ ...parts, store, telling })
  const { take } = commitments
  return {
    ...telling,
    ...commitments,
    ...endingUsecases({ ...parts, store, telling, dropStory: async () => undefined }),
    ...moveUsecases({ ...parts, store }),
    ...changeUsecases({ ...parts, store, telling }),
    ...noteUsecases({ ...parts, store: noteStore, commitments: store }),
    ...sharedUsecases({ ...parts, store: sharedStore, commitments: store, take }),
  }
}
