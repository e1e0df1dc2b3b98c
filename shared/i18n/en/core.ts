/** Words that the core itself writes: into a new workspace, a new statement, an export. */
export const core = {
  firstOperator: 'Owner',
  'structure.what': 'What happened',
  'structure.proof': 'What shows it',
  'structure.request': 'What we ask for',
  'plan.title': 'Rectification plan',
  'plan.causes': 'Causes',
  'plan.done': 'What we have done',
  'plan.prevention': 'How we prevent it',
  'kit.other': 'Other exhibits',
  'counts.label': 'Orders a day around “{{name}}” (counted by AppealDesk)',
  'counts.head': '“{{name}}”, {{from}} to {{to}}',
  'counts.how':
    'Counted by AppealDesk from the imported order exports below, by the time each order was placed, in days of {{zone}}. No order was added or left out by hand.',
  'counts.days': 'Day, orders',
  'counts.during': 'during',
  'counts.files': 'Imported files',
} as const;
