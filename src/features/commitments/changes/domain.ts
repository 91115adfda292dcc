import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'

export const CHANGE_PERMISSIONS = {
  end: { act: 'commitments.end', roles: PARTICIPANTS, relation: 'own' },
  undoEnd: { act: 'commitments.undo-end', roles: PARTICIPANTS, relation: 'own' },
  move: { act: 'commitments.move', roles: PARTICIPANTS, relation: 'own' },
  change: { act: 'commitments.change', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>
