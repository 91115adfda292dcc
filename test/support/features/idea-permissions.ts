import { ANONYMITY_PERMISSIONS } from '../../../src/features/ideas/anonymity/domain.ts'
import { ANSWER_PERMISSIONS } from '../../../src/features/ideas/answers/domain.ts'
import { BOX_PERMISSIONS } from '../../../src/features/ideas/boxes/domain.ts'
import { COMMENT_PERMISSIONS } from '../../../src/features/ideas/comments/domain.ts'
import { HARVEST_PERMISSIONS } from '../../../src/features/ideas/harvest/domain.ts'
import { IDEA_PERMISSIONS } from '../../../src/features/ideas/idea/domain.ts'
import { MERGE_PERMISSIONS } from '../../../src/features/ideas/merging/domain.ts'
import { COMMENT_MODERATION_PERMISSIONS } from '../../../src/features/ideas/moderation/comment-reports.ts'
import { MODERATION_PERMISSIONS } from '../../../src/features/ideas/moderation/domain.ts'
import { REGISTER_PERMISSIONS } from '../../../src/features/ideas/register/domain.ts'
import { SUBMISSION_PERMISSIONS } from '../../../src/features/ideas/submission/domain.ts'
import { SUMMARY_PERMISSIONS } from '../../../src/features/ideas/summary/domain.ts'

/** The rows of all rooms of ideas, by their own names. */
export const IDEA_ROWS = {
  ...ANSWER_PERMISSIONS,
  ...ANONYMITY_PERMISSIONS,
  ...BOX_PERMISSIONS,
  ...COMMENT_PERMISSIONS,
  ...HARVEST_PERMISSIONS,
  ...IDEA_PERMISSIONS,
  ...MERGE_PERMISSIONS,
  ...COMMENT_MODERATION_PERMISSIONS,
  ...MODERATION_PERMISSIONS,
  ...REGISTER_PERMISSIONS,
  ...SUBMISSION_PERMISSIONS,
  ...SUMMARY_PERMISSIONS,
}
