export const onboarding = {
  question: 'What happened?',
  sub: 'One answer is enough to begin. Nothing leaves this computer.',
  appeal: 'A penalty notice came',
  appealDetail:
    'Paste the notice: the deadline, the orders and whom to ask for what. No order export needed.',
  report: 'A buyer acts in bad faith',
  reportDetail: 'Orders that are never paid, threats, a review used as a lever, a dispute in bad faith.',
  dispute: 'A dispute or another matter needs an answer',
  disputeDetail:
    'Evidence in a dispute, a chargeback, a refund, one measure: see first whether it is worth filing.',
  rejected: 'An earlier appeal was rejected',
  rejectedDetail: 'Put down what was filed and what came back, then see whether anything is left to file.',
  lookUp: 'Only look up a rule',
  lookUpDetail: 'Rules with their sources, dates and where sources differ.',
  nameStore: 'Which store is it?',
  nameStoreText: 'A name you recognise is enough. No login of the platform is ever needed.',
  goOn: 'Go on',
  where: 'Everything you enter is kept in this folder on this computer: {{folder}}',
} as const;
