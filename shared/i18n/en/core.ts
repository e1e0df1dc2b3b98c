/** Words that the core itself writes: into a new workspace, a new statement, an export. */
export const core = {
  firstOperator: 'Owner',
  'structure.what': 'What happened',
  'structure.proof': 'What shows it',
  'structure.request': 'What we ask for',
  'kit.other': 'Other exhibits',
} as const;
