export const shipping = {
  title: 'Under suspicion: ship or hold',
  hint: 'paid, not shipped, in an open case',
  shipBy: 'ship by {{when}}',
  paid: 'paid {{when}}',
  ship: 'Ship',
  hold: 'Hold',
  'risk-ship': 'Shipped: if the suspicion is right, goods and freight may be lost.',
  'risk-hold':
    "Held: past the time to ship by, the platform may treat it as shipped late, whatever you suspect. Look up your platform's rule first.",
  both: 'Nothing is sent to the platform; this only writes down what you decided.',
  'decided-ship': 'to be shipped',
  'decided-hold': 'held back',
  by: '{{name}}, {{when}}',
  holdTitle: 'Hold order {{number}} back',
  reason: 'Why it is held back',
  reasonHint: 'e.g. the buyer is being checked',
  save: 'Hold back',
} as const;
