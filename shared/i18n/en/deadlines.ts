export const deadlines = {
  sub:
    "Yours, the platform's, and what will soon be out of reach. Choose one to see why it ends on that day.",
  showStopped: 'Show those that ended',
  left: 'Left',
  due: 'Until',
  owner: 'Whose',
  'owner-mine': 'ours',
  'owner-theirs': "the platform's",
  'owner-vanishing': 'vanishing',
  what: 'What',
  case: 'Case',
  stopped: 'ended',
  passed: 'time is up',
  emptyTitle: 'Deadlines will stand here',
  emptyText:
    'They start by themselves when you record a notice or a submission, with the day-by-day reason for each date.',
  toCases: 'Go to Cases',
  whyDay: 'Why {{day}}',
  readings: 'Readings',
} as const;
